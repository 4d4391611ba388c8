package io.marquee.booking.catalog;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.marquee.platform.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.cloud.openfeign.FeignClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Asks catalog-service. */
@FeignClient(name = "catalog-service")
interface CatalogClient {

	@GetMapping("/internal/shows/{id}")
	ShowAnswer show(@PathVariable("id") String id);

	/** A show as catalog-service tells it. */
	record ShowAnswer(String id, String movieId, String movieTitle, String venueId, String venueName, String city,
			String timeZone, String screenName, Instant startsAt, @Nullable Instant endsAt,
			@Nullable Instant salesOpenAt, @Nullable Instant salesCloseAt, @Nullable Set<String> suspended,
			Show.Status status, @Nullable List<Show.RefundRule> cancellationPolicy, Map<String, Money> prices,
			List<SeatAnswer> seats) {
	}

	/** A seat of the layout. */
	record SeatAnswer(String seat, String row, int number, String category) {
	}

}
