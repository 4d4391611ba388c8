package io.marquee.booking.booking.web;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;

import io.marquee.platform.web.ApiException;
import io.marquee.platform.web.FieldProblem;
import org.jspecify.annotations.Nullable;
import org.springframework.util.StringUtils;

/** Reads query parameters, and tells all that is wrong with them at once. */
final class Parameters {

	private final List<FieldProblem> problems = new ArrayList<>();

	/** One of the constants, in any case; or null if the parameter is not there. */
	<E extends Enum<E>> @Nullable E constant(String name, @Nullable String text, Class<E> type) {
		return read(name, text, "must be one of " + Arrays.toString(type.getEnumConstants()),
				(value) -> Enum.valueOf(type, value.toUpperCase(Locale.ROOT)));
	}

	/** Some of the constants, separated by commas. */
	<E extends Enum<E>> List<E> constants(String name, @Nullable String text, Class<E> type) {
		return Stream.of(StringUtils.commaDelimitedListToStringArray(text))
			.map((value) -> constant(name, value, type))
			.filter(Objects::nonNull)
			.toList();
	}

	/** A moment; a day alone stands for its first, in UTC. */
	@Nullable Instant moment(String name, @Nullable String text) {
		return read(name, text, "must be a time such as 2026-11-22T18:00:00Z, or a day such as 2026-11-22",
				(value) -> (value.indexOf('T') < 0) ? LocalDate.parse(value).atStartOfDay().toInstant(ZoneOffset.UTC)
						: OffsetDateTime.parse(value).toInstant());
	}

	/** What a function makes of it; or null if the parameter is not there. */
	<T> @Nullable T read(String name, @Nullable String text, String problem, Function<String, T> reading) {
		if (!StringUtils.hasText(text)) {
			return null;
		}
		try {
			return reading.apply(text.strip());
		}
		catch (IllegalArgumentException | DateTimeException ex) {
			this.problems.add(new FieldProblem(name, problem));
			return null;
		}
	}

	/** Refuses the request if anything was wrong. */
	void check() {
		if (!this.problems.isEmpty()) {
			throw ApiException.invalid(this.problems);
		}
	}

}
