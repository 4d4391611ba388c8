package io.marquee.catalog.show.web;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

import io.marquee.catalog.show.SaleWindow;
import io.marquee.catalog.show.Show;
import io.marquee.catalog.show.ShowStatus;
import io.marquee.catalog.venue.SeatCategory;
import io.marquee.platform.money.Money;

/**
 * A show as callers see it. {@code localDate} and {@code localTime} are the venue's.
 * {@code seatsLeft} follows the bookings within moments; only the seat map is binding.
 * {@code onSale} says nothing of whether any are left.
 */
record ShowView(String id, String movieId, String movieTitle, List<String> genres, @Nullable String certificate,
		int durationMinutes, @Nullable String posterUrl, String venueId, String venueName, String city, String timeZone,
		String screenId, String screenName, Instant startsAt, Instant endsAt, String localDate, String localTime,
		String language, String format, Map<SeatCategory, Money> prices, PriceRange priceRange, int seatsTotal,
		int seatsLeft, ShowStatus status, boolean onSale, @Nullable Instant salesOpenAt, @Nullable Instant salesCloseAt,
		@JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String cancelReason,
		@JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String externalId, Instant createdAt, Instant updatedAt) {

	static ShowView of(Show show, Instant now) {
		SaleWindow sale = show.sale();
		return new ShowView(show.id(), show.film().movieId(), show.film().title(), show.film().genres(),
				show.film().certificate(), show.film().durationMinutes(), show.film().posterUrl(),
				show.place().venueId(), show.place().venueName(), show.place().city(), show.place().timeZone(),
				show.place().screenId(), show.place().screenName(), show.startsAt(), show.endsAt(), show.localDate(),
				show.startsAt().atZone(show.place().zone()).toLocalTime().toString(), show.language(), show.format(),
				show.prices(), new PriceRange(show.cheapest(), show.dearest()), show.seatsTotal(), show.seatsLeft(),
				show.statusAt(now), show.onSaleAt(now), (sale != null) ? sale.opensAt() : null,
				(sale != null) ? sale.closesAt() : null, show.cancelReason(), show.externalId(), show.createdAt(),
				show.updatedAt());
	}

	/**
	 * From the lowest to the highest price.
	 */
	record PriceRange(Money min, Money max) {

	}

}
