package io.marquee.catalog.show.web;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

import io.marquee.catalog.show.BulkScheduling;
import io.marquee.catalog.show.VenueTime;
import io.marquee.catalog.show.web.ShowRequest.Price;
import io.marquee.catalog.venue.SeatCategory;
import io.marquee.catalog.web.Formats;
import io.marquee.platform.web.ApiException;

/**
 * Many shows of a movie at a venue. Dates and times are the venue's.
 */
record BulkScheduleRequest(@NotBlank String movieId, @NotBlank String venueId,
		@NotEmpty @Size(max = 20) List<@NotBlank String> screenIds,
		@NotEmpty @Size(max = 60) List<@NotNull LocalDate> dates,
		@NotEmpty @Size(max = 12) List<@NotNull LocalTime> times, @Nullable @Size(max = 40) String language,
		@Nullable @Pattern(regexp = Formats.PATTERN, message = Formats.MESSAGE) String format,
		@NotEmpty Map<SeatCategory, @NotNull @Valid Price> prices, @Nullable VenueTime salesOpenAt,
		@Nullable VenueTime salesCloseAt, boolean dryRun) {

	private static final int LAST_YEAR = 9999;

	BulkScheduling.Wishes wishes() {
		if (this.dates.stream().anyMatch((date) -> date.getYear() < 0 || date.getYear() > LAST_YEAR)) {
			throw ApiException.invalid("dates", "must be days such as 2026-12-01");
		}
		ShowRequest common = new ShowRequest(this.movieId, this.venueId, this.screenIds.getFirst(),
				new VenueTime(this.dates.getFirst().atTime(this.times.getFirst()), null), this.language, this.format,
				this.prices, this.salesOpenAt, this.salesCloseAt, null);
		BulkScheduling.Wishes wishes = new BulkScheduling.Wishes(common.wish(), new LinkedHashSet<>(this.screenIds),
				new TreeSet<>(this.dates), new TreeSet<>(this.times));
		if (wishes.count() > BulkScheduling.MOST) {
			throw ApiException.invalid("dates", "screens, dates and times make " + wishes.count() + " shows; at most "
					+ BulkScheduling.MOST + " at once");
		}
		return wishes;
	}

}
