package io.marquee.booking.booking;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;

import io.marquee.platform.mongo.CollectionIndexes;
import io.marquee.platform.web.ApiException;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.dao.DataAccessException;
import org.springframework.data.annotation.Id;
import org.springframework.data.domain.Sort.Direction;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

import static org.springframework.data.mongodb.core.query.Criteria.where;

/**
 * Ends all bookings of a show that will not take place. That the show is off is written
 * down first, so that a replica that dies half-way is followed by another; and its
 * bookings are looked at for some time on, because a replica that has not heard of it yet
 * can still sell.
 */
@Component
public class CancellingShows {

	static final String COLLECTION = "cancelledShows";

	/** Longer than a replica takes to hear of it, with much to spare. */
	private static final Duration WATCH = Duration.ofMinutes(15);

	private static final Log log = LogFactory.getLog(CancellingShows.class);

	private final MongoTemplate mongo;

	private final Bookings bookings;

	private final Clock clock;

	CancellingShows(MongoTemplate mongo, Bookings bookings, Clock clock) {
		this.mongo = mongo;
		this.bookings = bookings;
		this.clock = clock;
	}

	/**
	 * Takes note that a show is off; told again, it changes nothing.
	 * @param showId the show
	 */
	public void cancelled(String showId) {
		Instant until = now().plus(WATCH);
		this.mongo.upsert(Query.query(where("_id").is(showId)), new Update().setOnInsert("watchUntil", until),
				COLLECTION);
	}

	@Scheduled(initialDelayString = "${marquee.booking.cancelled-shows-interval:2s}",
			fixedDelayString = "${marquee.booking.cancelled-shows-interval:2s}")
	void sweep() {
		try {
			Query watched = Query.query(where("watchUntil").gt(Instant.EPOCH));
			this.mongo.find(watched, CancelledShow.class, COLLECTION).forEach(this::endBookings);
		}
		catch (DataAccessException ex) {
			log.warn("Bookings of cancelled shows must wait, the database does not answer: " + ex.getMessage());
		}
	}

	private void endBookings(CancelledShow show) {
		List<BookingId> ids = Stream
			.concat(this.bookings.live(show.id()).stream(), this.bookings.expiredWhilePaying(show.id()).stream())
			.toList();
		long ended = ids.stream().filter(this::isEnded).count();
		if (ended == ids.size() && now().isAfter(show.watchUntil())) {
			this.mongo.updateFirst(Query.query(where("_id").is(show.id())), new Update().unset("watchUntil"),
					COLLECTION);
		}
	}

	private boolean isEnded(BookingId id) {
		try {
			this.bookings.change(id, (booking) -> booking.showCancelled(now()));
			return true;
		}
		catch (ApiException ex) {
			log.warn("Booking " + id + " of a cancelled show must wait: " + ex.getMessage());
			return false;
		}
	}

	private Instant now() {
		return this.clock.instant().truncatedTo(ChronoUnit.MILLIS);
	}

	/**
	 * A show that is off.
	 *
	 * @param watchUntil till then, absent when its bookings are no longer looked at
	 */
	private record CancelledShow(@Id String id, Instant watchUntil) {
	}

	/** How cancelled shows lie in the store. */
	@Configuration(proxyBeanMethods = false)
	static class Store {

		@Bean
		CollectionIndexes cancelledShowIndexes() {
			return CollectionIndexes.of(COLLECTION,
					new Index().on("watchUntil", Direction.ASC).named("watched").sparse());
		}

	}

}
