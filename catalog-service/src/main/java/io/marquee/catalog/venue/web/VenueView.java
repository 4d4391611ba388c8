package io.marquee.catalog.venue.web;

import java.time.Instant;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

import io.marquee.catalog.venue.Coordinates;
import io.marquee.catalog.venue.FoundVenue;
import io.marquee.catalog.venue.RefundRule;
import io.marquee.catalog.venue.Screen;
import io.marquee.catalog.venue.SeatCategory;
import io.marquee.catalog.venue.SeatLayout;
import io.marquee.catalog.venue.Venue;
import io.marquee.catalog.venue.VenueDetails;

/**
 * A venue as callers see it; in lists its screens come without their layouts.
 */
record VenueView(String id, String name, String address, String city, @Nullable Coordinates coordinates,
		String timeZone, List<String> amenities, List<ScreenView> screens, List<RefundRule> cancellationPolicy,
		int bookingCutOffMinutes, @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String externalId,
		@JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Double distanceKm, boolean active, Instant createdAt,
		Instant updatedAt) {

	static VenueView whole(Venue venue) {
		return of(venue, null, venue.details().screens().stream().map(ScreenView::whole).toList());
	}

	static VenueView brief(FoundVenue found) {
		return of(found.venue(), found.kilometres(),
				found.venue().details().screens().stream().map(ScreenView::brief).toList());
	}

	private static VenueView of(Venue venue, @Nullable Double kilometres, List<ScreenView> screens) {
		VenueDetails details = venue.details();
		return new VenueView(venue.id(), details.name(), details.address(), details.city(), details.coordinates(),
				details.timeZone(), details.amenities(), screens, details.terms().cancellationPolicy(),
				details.terms().bookingCutOffMinutes(), details.externalId(), kilometres, venue.active(),
				venue.createdAt(), venue.updatedAt());
	}

	/**
	 * A screen; {@code layout} is the compact text, {@code rows} the same as JSON, where
	 * null is a gap.
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record ScreenView(String id, String name, int seats, @Nullable List<String> layout, @Nullable List<RowView> rows) {

		static ScreenView brief(Screen screen) {
			return new ScreenView(screen.id(), screen.name(), screen.seatLayout().seats().size(), null, null);
		}

		static ScreenView whole(Screen screen) {
			SeatLayout layout = screen.seatLayout();
			return new ScreenView(screen.id(), screen.name(), layout.seats().size(), layout.text(),
					layout.rows().stream().map((row) -> new RowView(row.label(), row.cells())).toList());
		}

	}

	/**
	 * A row of seats.
	 */
	record RowView(String row, List<@Nullable SeatCategory> cells) {

	}

}
