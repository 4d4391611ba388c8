package io.marquee.booking.catalog;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Executors;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.marquee.platform.money.Money;
import io.marquee.platform.web.ApiException;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/**
 * The shows, kept for a while: a known one can be booked while the catalogue is down, and
 * is asked for again in the background. News of the catalogue come by events.
 */
@Component
public class Shows {

	private final LoadingCache<String, @Nullable Show> cache;

	private final ApplicationEventPublisher events;

	Shows(CatalogClient catalog, ApplicationEventPublisher events) {
		this.events = events;
		this.cache = Caffeine.newBuilder()
			.maximumSize(2_000)
			.refreshAfterWrite(Duration.ofSeconds(30))
			.expireAfterWrite(Duration.ofHours(6))
			.executor(Executors.newVirtualThreadPerTaskExecutor())
			.build((id) -> load(catalog, id));
	}

	/**
	 * A show.
	 * @param id its id
	 * @return the show
	 * @throws ApiException 404 if there is none, 503 if the catalogue is needed and down
	 */
	public Show get(String id) {
		Show show = this.cache.get(id);
		if (show == null) {
			throw new ApiException(HttpStatus.NOT_FOUND, "SHOW_NOT_FOUND", "There is no such show");
		}
		return show;
	}

	/**
	 * Stops or resumes its sale at once, and asks for the rest in the background, if it
	 * is known here at all. One that is being asked for at this moment is waited for.
	 */
	void changed(String id, boolean suspended) {
		if (this.cache.asMap().computeIfPresent(id, (key, show) -> show.suspended(suspended)) != null) {
			this.cache.refresh(id).thenRun(() -> this.events.publishEvent(new ShowNews(id)));
		}
	}

	/**
	 * Whether a show is known to be cancelled; one that is not known here is not asked
	 * for.
	 * @param id its id
	 * @return whether it will certainly not take place
	 */
	public boolean isKnownAsCancelled(String id) {
		Show show = this.cache.getIfPresent(id);
		return show != null && show.status() == Show.Status.CANCELLED;
	}

	/** Stops its sale at once, whether or not the catalogue can be asked. */
	void cancelled(String id) {
		this.cache.asMap().computeIfPresent(id, (key, show) -> show.cancelled());
		this.events.publishEvent(new ShowNews(id));
	}

	private static @Nullable Show load(CatalogClient catalog, String id) {
		try {
			return show(catalog.show(id));
		}
		catch (ApiException ex) {
			if (ex.status() == HttpStatus.NOT_FOUND) {
				return null;
			}
			throw ex;
		}
	}

	private static Show show(CatalogClient.ShowAnswer answer) {
		Map<String, Show.Seat> seats = new LinkedHashMap<>();
		for (CatalogClient.SeatAnswer seat : answer.seats()) {
			Money price = answer.prices().get(seat.category());
			// A seat without a price is not for sale.
			if (price != null) {
				seats.put(seat.seat(), new Show.Seat(seat.seat(), seat.row(), seat.number(), seat.category(), price));
			}
		}
		Instant startsAt = answer.startsAt().truncatedTo(ChronoUnit.MILLIS);
		return new Show(answer.id(), answer.movieId(), answer.movieTitle(), answer.venueId(), answer.venueName(),
				answer.city(), answer.timeZone(), answer.screenName(), startsAt, answer.endsAt(), answer.salesOpenAt(),
				(answer.salesCloseAt() != null) ? answer.salesCloseAt() : startsAt,
				answer.suspended() != null && !answer.suspended().isEmpty(), answer.status(),
				answer.cancellationPolicy(), seats);
	}

}
