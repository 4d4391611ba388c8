package io.marquee.admin.figures;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import io.marquee.platform.money.Money;
import org.jspecify.annotations.Nullable;

import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * All that is counted of one booking: on which business day it reached which milestone.
 * Each milestone is written once and none takes another back, so events may come twice
 * and in any order.
 *
 * @param id the booking's id
 * @param version keeps two writers from losing a milestone
 * @param movieId the film
 * @param movieTitle its title
 * @param venueId the cinema
 * @param venueName its name
 * @param seats how many seats
 * @param amount what they cost
 * @param asOf when the newest event seen happened; it decides the six before
 * @param heldDay the day the seats were held
 * @param confirmedDay the day the booking was confirmed
 * @param cancelledDay the day it was cancelled
 * @param back what went back to the customer, if anything
 */
@Document("bookingFacts")
record BookingFact(@Id String id, @Version @Nullable Long version, String movieId, String movieTitle, String venueId,
		String venueName, int seats, Money amount, Instant asOf, @Nullable String heldDay,
		@Nullable String confirmedDay, @Nullable String cancelledDay, @Nullable MoneyBack back) {

	static BookingFact first(BookingEvent event) {
		return new BookingFact(event.bookingId(), null, event.movieId(), event.movieTitle(), event.venueId(),
				event.venueName(), event.seats().size(), event.amount(), event.occurredAt(), null, null, null, null);
	}

	BookingFact reached(Milestone milestone, String day, BookingEvent event) {
		BookingFact newest = event.occurredAt().isAfter(this.asOf) ? first(event) : this;
		return new BookingFact(this.id, this.version, newest.movieId, newest.movieTitle, newest.venueId,
				newest.venueName, newest.seats, newest.amount, newest.asOf,
				dayOf(Milestone.HELD, this.heldDay, milestone, day),
				dayOf(Milestone.CONFIRMED, this.confirmedDay, milestone, day),
				dayOf(Milestone.CANCELLED, this.cancelledDay, milestone, day),
				MoneyBack.after(this.back, milestone, event));
	}

	/** The days whose figures this booking is part of. */
	List<String> days() {
		return Stream.of(this.heldDay, this.confirmedDay, this.cancelledDay)
			.filter(Objects::nonNull)
			.distinct()
			.toList();
	}

	private static @Nullable String dayOf(Milestone milestone, @Nullable String known, Milestone reached, String day) {
		return (known == null && reached == milestone) ? day : known;
	}

}
