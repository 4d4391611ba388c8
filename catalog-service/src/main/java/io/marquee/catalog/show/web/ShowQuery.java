package io.marquee.catalog.show.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

import org.springframework.util.StringUtils;

import io.marquee.catalog.show.ShowFilter;
import io.marquee.catalog.web.Formats;
import io.marquee.catalog.web.WantedFacets;
import io.marquee.platform.web.ApiException;
import io.marquee.platform.web.FieldProblem;

/**
 * The filters of a show list, as they come in the address.
 */
record ShowQuery(@Nullable @Size(max = 100) String movieId, @Nullable @Size(max = 100) String venueId,
		@Nullable @Size(max = 80) String city, @Nullable String date, @Nullable @Size(max = 40) String genre,
		@Nullable @Size(max = 40) String language,
		@Nullable @Pattern(regexp = Formats.PATTERN, message = Formats.MESSAGE) String format, @Nullable String from,
		@Nullable String to, @Nullable String facets) {

	private static final String DAY = "must be a day such as 2026-11-22";

	private static final String MOMENT = "must be a time such as 2026-11-22T18:00:00Z";

	ShowFilter filter() {
		List<FieldProblem> problems = new ArrayList<>();
		LocalDate day = read("date", this.date, LocalDate::parse, DAY, problems);
		Instant earliest = read("from", this.from, (text) -> moment(text, false), MOMENT, problems);
		Instant latest = read("to", this.to, (text) -> moment(text, true), MOMENT, problems);
		if (problems.isEmpty() && earliest != null && latest != null && latest.isBefore(earliest)) {
			problems.add(new FieldProblem("to", "must not be before from"));
		}
		if (!problems.isEmpty()) {
			throw ApiException.invalid(problems);
		}
		return new ShowFilter(text(this.movieId), text(this.venueId), text(this.city), day, text(this.genre),
				text(this.language), text(this.format), earliest, latest);
	}

	Set<String> wantedFacets() {
		return WantedFacets.read(this.facets);
	}

	/** A day alone stands for its first or last moment, in UTC. */
	private static Instant moment(String text, boolean last) {
		if (text.length() > "2026-11-22".length()) {
			return OffsetDateTime.parse(text).toInstant();
		}
		LocalDate day = LocalDate.parse(text);
		return (last ? day.plusDays(1).atStartOfDay().minusNanos(1_000_000) : day.atStartOfDay())
			.toInstant(ZoneOffset.UTC);
	}

	private static <T> @Nullable T read(String field, @Nullable String text, Function<String, T> parse, String message,
			List<FieldProblem> problems) {
		if (!StringUtils.hasText(text)) {
			return null;
		}
		try {
			return parse.apply(text.strip());
		}
		catch (DateTimeParseException ex) {
			problems.add(new FieldProblem(field, message));
			return null;
		}
	}

	private static @Nullable String text(@Nullable String text) {
		return StringUtils.hasText(text) ? text : null;
	}

}
