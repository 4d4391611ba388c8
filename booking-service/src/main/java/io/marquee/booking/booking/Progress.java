package io.marquee.booking.booking;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * The part of a booking that changes. Each change raises the version, on which the next
 * one is conditional.
 *
 * @param places the owner's numbered places for the show, see {@link Claims}
 * @param claims what is claimed in the unique index, absent when nothing is
 * @param occupies the show whose seat map this booking shows in, absent when in none
 * @param due when somebody must look at this booking again, absent when it rests
 */
record Progress(BookingStatus status, long version, Payment payment, List<LedgerEntry> ledger, List<Integer> places,
		@Nullable List<String> claims, @Nullable String occupies, @Nullable Instant due, @Nullable Instant confirmedAt,
		Instant updatedAt) {

	Progress to(BookingStatus next, Payment payment, @Nullable Instant due, Instant now) {
		Instant confirmed = (next == BookingStatus.CONFIRMED) ? now : this.confirmedAt;
		boolean claiming = next.claimsSeats();
		return new Progress(next, this.version + 1, payment, this.ledger, this.places, claiming ? this.claims : null,
				claiming ? this.occupies : null, due, confirmed, now);
	}

	Progress claiming(List<String> claims, String showId) {
		return new Progress(this.status, this.version, this.payment, this.ledger, this.places, claims, showId, this.due,
				this.confirmedAt, this.updatedAt);
	}

	Progress booking(LedgerEntry entry) {
		return new Progress(this.status, this.version, this.payment,
				Stream.concat(this.ledger.stream(), Stream.of(entry)).toList(), this.places, this.claims, this.occupies,
				this.due, this.confirmedAt, this.updatedAt);
	}

}
