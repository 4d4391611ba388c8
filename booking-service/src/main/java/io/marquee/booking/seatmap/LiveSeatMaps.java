package io.marquee.booking.seatmap;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

import io.marquee.booking.booking.SeatMaps;
import io.marquee.booking.booking.SeatMaps.SeatMap;
import io.marquee.booking.catalog.ShowNews;
import io.marquee.booking.catalog.Shows;
import io.marquee.platform.web.ApiException;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;

/** Lets clients watch the seats of a show. */
@Service
public class LiveSeatMaps implements SmartLifecycle {

	private final SeatMaps seatMaps;

	private final Shows shows;

	private final SeatMapSettings settings;

	private final Clock clock;

	private final Map<String, WatchedShow> watched = new ConcurrentHashMap<>();

	private final AtomicInteger subscribers = new AtomicInteger();

	private volatile boolean running;

	LiveSeatMaps(SeatMaps seatMaps, Shows shows, SeatMapSettings settings, Clock clock, MeterRegistry meters) {
		this.seatMaps = seatMaps;
		this.shows = shows;
		this.settings = settings;
		this.clock = clock;
		Gauge.builder("marquee.seatmap.subscribers", this.subscribers, AtomicInteger::get)
			.description("Clients that watch a seat map on this replica")
			.baseUnit("clients")
			.register(meters);
	}

	/**
	 * Whether a show can be watched at all: also one whose sale is to come, or rests.
	 * @param showId the show
	 * @return whether seats are sold or may be yet
	 * @throws ApiException if there is no such show
	 */
	public boolean isWorthWatching(String showId) {
		return !this.shows.get(showId).isSaleOver(this.clock.instant());
	}

	/**
	 * Watches a show until the subscription is closed.
	 * @param showId the show
	 * @param lastEventId what the client has seen, as it says
	 * @return the subscription
	 * @throws ApiException if there is no such show, or there are too many subscribers
	 */
	public Subscription subscribe(String showId, @Nullable String lastEventId) {
		// A show that does not exist is not worth a place.
		this.shows.get(showId);
		if (this.subscribers.incrementAndGet() > this.settings.maxSubscribers() || !this.running) {
			this.subscribers.decrementAndGet();
			throw new ApiException(HttpStatus.SERVICE_UNAVAILABLE, "SEAT_MAP_STREAMS_FULL",
					"Too many watch seat maps right now; read the seat map instead, or try again", List.of(),
					Duration.ofSeconds(10), null);
		}
		WatchedShow show = enter(showId);
		SeatStates seen = (lastEventId != null) ? SeatStates.parse(lastEventId).orElse(null) : null;
		Subscription subscription = new Subscription(show, seen, this.settings.heartbeat(), () -> leave(showId));
		try {
			show.readFirst();
			return subscription;
		}
		catch (RuntimeException ex) {
			subscription.close();
			throw ex;
		}
	}

	/** Something happened to the seats of a show. */
	void changed(String showId) {
		WatchedShow show = this.watched.get(showId);
		if (show != null) {
			show.signal();
		}
	}

	/** Something happened to the seats of some show. */
	void changed() {
		this.watched.values().forEach(WatchedShow::signal);
	}

	boolean isAnythingWatched() {
		return !this.watched.isEmpty();
	}

	@EventListener
	void on(ShowNews news) {
		changed(news.showId());
	}

	private WatchedShow enter(String showId) {
		return this.watched.compute(showId, (id, known) -> {
			WatchedShow show = known;
			if (show == null) {
				show = new WatchedShow(() -> read(id), this.settings);
				Thread.ofVirtual().name("seat-map-" + id).start(show::keepReading);
			}
			show.subscribers(1);
			return show;
		});
	}

	private void leave(String showId) {
		this.subscribers.decrementAndGet();
		this.watched.computeIfPresent(showId, (id, show) -> {
			if (show.subscribers(-1) > 0) {
				return show;
			}
			show.end();
			return null;
		});
	}

	private SeatsNow read(String showId) {
		boolean onSale = isWorthWatching(showId);
		SeatMap map = this.seatMaps.of(showId);
		return new SeatsNow(map, SeatStates.of(map), onSale);
	}

	@Override
	public void start() {
		this.running = true;
	}

	/**
	 * Comes before the web server waits for its requests to end, as these never would.
	 */
	@Override
	public void stop() {
		this.running = false;
		this.watched.values().forEach(WatchedShow::end);
	}

	@Override
	public boolean isRunning() {
		return this.running;
	}

}
