package io.marquee.booking.booking;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

import io.marquee.platform.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * The part of a booking that changes. Each change raises the version, on which the next
 * one is conditional.
 *
 * @param places the owner's numbered places for the show, see {@link Claims}
 * @param claims what is claimed in the unique index, absent when nothing is
 * @param occupies the show whose seat map this booking shows in, absent when in none
 * @param due when somebody must look at this booking again, absent when it rests
 * @param refund the latest refund, under way or done
 */
record Progress(BookingStatus status, long version, Payment payment, List<LedgerEntry> ledger, List<Integer> places,
		@Nullable List<String> claims, @Nullable String occupies, @Nullable Instant due, @Nullable Instant confirmedAt,
		@Nullable Cancellation cancellation, @Nullable Refund refund, @Nullable Admission admission,
		Instant updatedAt) {

	static Progress held(List<Integer> places, List<String> claims, String showId, Instant expiry, Instant now) {
		return new Progress(BookingStatus.HELD, 0, Payment.none(), List.of(), places, claims, showId, expiry, null,
				null, null, null, now);
	}

	Progress to(BookingStatus next, Payment payment, @Nullable Instant due, Instant now) {
		Instant confirmed = (next == BookingStatus.CONFIRMED && this.confirmedAt == null) ? now : this.confirmedAt;
		boolean claiming = next.claimsSeats();
		return new Progress(next, this.version + 1, payment, this.ledger, this.places, claiming ? this.claims : null,
				claiming ? this.occupies : null, due, confirmed, this.cancellation, this.refund, this.admission, now);
	}

	Progress claiming(List<String> claims, String showId) {
		return new Progress(this.status, this.version, this.payment, this.ledger, this.places, claims, showId, this.due,
				this.confirmedAt, this.cancellation, this.refund, this.admission, this.updatedAt);
	}

	Progress booking(LedgerEntry entry) {
		return new Progress(this.status, this.version, this.payment,
				Stream.concat(this.ledger.stream(), Stream.of(entry)).toList(), this.places, this.claims, this.occupies,
				this.due, this.confirmedAt, this.cancellation, this.refund, this.admission, this.updatedAt);
	}

	Progress cancelled(Cancellation cancellation) {
		return new Progress(this.status, this.version, this.payment, this.ledger, this.places, this.claims,
				this.occupies, this.due, this.confirmedAt, cancellation, this.refund, this.admission, this.updatedAt);
	}

	Progress refunding(Refund refund) {
		return new Progress(this.status, this.version, this.payment, this.ledger, this.places, this.claims,
				this.occupies, this.due, this.confirmedAt, this.cancellation, refund, this.admission, this.updatedAt);
	}

	Progress admitted(Admission admission) {
		return new Progress(this.status, this.version, this.payment, this.ledger, this.places, this.claims,
				this.occupies, this.due, this.confirmedAt, this.cancellation, this.refund, admission, this.updatedAt);
	}

	/** Money taken and not given back. */
	Money balance(String currency) {
		Money balance = Money.zero(currency);
		for (LedgerEntry entry : this.ledger) {
			balance = (entry.kind() == LedgerEntry.Kind.CHARGE) ? balance.plus(entry.amount())
					: balance.minus(entry.amount());
		}
		return balance;
	}

	long refundsDone() {
		return this.ledger.stream().filter((entry) -> entry.kind() == LedgerEntry.Kind.REFUND).count();
	}

}
