package io.marquee.booking.booking;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import io.marquee.booking.payment.Charge;
import io.marquee.booking.payment.PaymentMethod;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Unwrapped;

/**
 * A booking, from the hold to its end, and the only place that knows which step may
 * follow which. It is a snapshot: a transition answers a {@link Change}, and the store
 * commits it only if the booking is still as this snapshot says.
 */
public record Booking(@Id BookingId id, BookingCode code, String userId, BookedShow show, List<BookedSeat> seats,
		Price price, Instant holdExpiresAt, Instant createdAt,
		@Unwrapped(onEmpty = Unwrapped.OnEmpty.USE_NULL) Progress progress) {

	/** After that long, an outcome nobody can tell is a case for a person. */
	private static final Duration PAYMENT_HORIZON = Duration.ofHours(24);

	private static final int REFUND_ATTEMPTS = 60;

	static Booking hold(BookingId id, BookingCode code, String userId, BookedShow show, List<BookedSeat> seats,
			Price price, List<Integer> places, Instant now, Duration holdTime) {
		Instant expiry = now.plus(holdTime);
		List<String> claims = Claims.of(show.id(), seats.stream().map(BookedSeat::seat).toList(), userId, places);
		return new Booking(id, code, userId, show, seats, price, expiry, now, new Progress(BookingStatus.HELD, 0,
				Payment.none(), List.of(), places, claims, show.id(), expiry, null, now));
	}

	/**
	 * Where it stands.
	 * @return the status
	 */
	public BookingStatus status() {
		return this.progress.status();
	}

	/**
	 * When it was paid.
	 * @return the time, or null if it is not
	 */
	public @Nullable Instant confirmedAt() {
		return this.progress.confirmedAt();
	}

	/**
	 * When it last changed.
	 * @return the time
	 */
	public Instant updatedAt() {
		return this.progress.updatedAt();
	}

	/**
	 * Its seats by name.
	 * @return the names, in the order they were asked for
	 */
	public List<String> seatNames() {
		return this.seats.stream().map(BookedSeat::seat).toList();
	}

	long version() {
		return this.progress.version();
	}

	Payment payment() {
		return this.progress.payment();
	}

	/** The same for every repetition of one attempt, so that it charges once. */
	String paymentKey() {
		return this.id.paymentId() + "-" + payment().attempt();
	}

	boolean holdIsOver(Instant now) {
		return !now.isBefore(this.holdExpiresAt);
	}

	boolean isDue(Instant now) {
		return this.progress.due() != null && !now.isBefore(this.progress.due());
	}

	/**
	 * Until {@code answerTime} is over, this attempt is the business of whoever began it.
	 */
	Change startPaying(PaymentMethod.Type method, Instant now, Duration answerTime) {
		require(status() == BookingStatus.HELD && !holdIsOver(now), "paying");
		return changed(this.progress.to(BookingStatus.PAYING, payment().next(method, now), now.plus(answerTime), now),
				null);
	}

	/**
	 * Takes up an attempt whose beginner died; the key is the same, so it charges once.
	 */
	Change payAgain(Instant now, Duration answerTime) {
		require(status() == BookingStatus.PAYING && isDue(now) && !holdIsOver(now), "paying again");
		return changed(this.progress.to(BookingStatus.PAYING, payment().sameAgain(now), now.plus(answerTime), now),
				null);
	}

	/**
	 * The money is there: the seats are owned, or it is late and they are claimed again.
	 */
	Change paid(Charge charge, Instant now) {
		if (hasTaken(charge)) {
			return Change.none(this);
		}
		require((status() == BookingStatus.PAYING || lateMoneyIsPossible()) && charge.key().equals(paymentKey()),
				"payment");
		LedgerEntry entry = new LedgerEntry(LedgerEntry.Kind.CHARGE, charge.amount(), charge.id(), now);
		if (charge.amount().compareTo(this.price.total()) != 0) {
			return changed(this.progress.to(BookingStatus.REVIEW, payment().taken(charge), null, now).booking(entry),
					null);
		}
		if (status() == BookingStatus.EXPIRED && !now.isBefore(this.show.startsAt())) {
			return refundInstead(charge, now);
		}
		Progress next = this.progress.to(BookingStatus.CONFIRMED, payment().taken(charge), null, now);
		if (!this.price.isFree()) {
			next = next.booking(entry);
		}
		return changed(next.claiming(claims(), this.show.id()), BookingEventType.CONFIRMED);
	}

	/** The money came too late and the seats are gone. */
	Change refundInstead(Charge charge, Instant now) {
		if (hasTaken(charge)) {
			return Change.none(this);
		}
		require(lateMoneyIsPossible() && charge.key().equals(paymentKey()), "late payment");
		LedgerEntry entry = new LedgerEntry(LedgerEntry.Kind.CHARGE, charge.amount(), charge.id(), now);
		return changed(this.progress.to(BookingStatus.REFUND_PENDING, payment().taken(charge), now, now).booking(entry),
				null);
	}

	/** No money was taken. A hold that still has time can be paid another way. */
	Change declined(Charge charge, Instant now) {
		if (!payment().isOpen() || !charge.key().equals(paymentKey())) {
			return Change.none(this);
		}
		Payment declined = payment().declined(charge);
		if (status() == BookingStatus.EXPIRED) {
			return changed(this.progress.to(BookingStatus.EXPIRED, declined, null, now), null);
		}
		require(status() == BookingStatus.PAYING, "decline");
		Progress next = holdIsOver(now) ? this.progress.to(BookingStatus.FAILED, declined, null, now)
				: this.progress.to(BookingStatus.HELD, declined, this.holdExpiresAt, now);
		return changed(next, BookingEventType.PAYMENT_FAILED);
	}

	/**
	 * The request never left this process, so the hold can be paid another way; unless an
	 * earlier request of the same attempt may have left.
	 */
	Change notSent(Instant now) {
		if (status() != BookingStatus.PAYING) {
			return Change.none(this);
		}
		if (payment().checks() > 0) {
			return notTold(now);
		}
		return changed(this.progress.to(BookingStatus.HELD, payment().notTaken(), this.holdExpiresAt, now), null);
	}

	/**
	 * The provider was asked and cannot tell yet. When the hold is over the seats go back
	 * on sale, and the payment is watched on.
	 */
	Change stillOpen(boolean knownToProvider, Instant now) {
		if (!payment().isOpen()) {
			return Change.none(this);
		}
		Payment checked = payment().checked();
		Instant next = now.plus(checked.patience());
		if (status() == BookingStatus.PAYING && !holdIsOver(now)) {
			Instant due = next.isBefore(this.holdExpiresAt) ? next : this.holdExpiresAt;
			return changed(this.progress.to(BookingStatus.PAYING, checked, due, now), null);
		}
		if (status() == BookingStatus.PAYING) {
			return changed(this.progress.to(BookingStatus.EXPIRED, checked, next, now), BookingEventType.EXPIRED);
		}
		Instant horizon = this.holdExpiresAt.plus(PAYMENT_HORIZON);
		if (now.isBefore(horizon)) {
			return changed(this.progress.to(status(), checked, next, now), null);
		}
		return knownToProvider ? changed(this.progress.to(BookingStatus.REVIEW, checked, null, now), null)
				: changed(this.progress.to(status(), checked.notTaken(), null, now), null);
	}

	/** The provider could not be asked: nothing is known, so nothing is decided. */
	Change notTold(Instant now) {
		if (!payment().isOpen()) {
			return Change.none(this);
		}
		Payment checked = payment().checked();
		return changed(this.progress.to(status(), checked, now.plus(checked.patience()), now), null);
	}

	Change expire(Instant now) {
		require(status() == BookingStatus.HELD && holdIsOver(now), "expiry");
		return changed(this.progress.to(BookingStatus.EXPIRED, payment(), null, now), BookingEventType.EXPIRED);
	}

	Change giveBack(Instant now) {
		require(status() == BookingStatus.HELD, "giving back");
		return changed(this.progress.to(BookingStatus.CANCELLED, payment(), null, now), BookingEventType.RELEASED);
	}

	Change refunded(String refundId, Instant now) {
		require(status() == BookingStatus.REFUND_PENDING, "refund");
		LedgerEntry entry = new LedgerEntry(LedgerEntry.Kind.REFUND, this.price.total(), refundId, now);
		return changed(this.progress.to(BookingStatus.REFUNDED, payment(), null, now).booking(entry),
				BookingEventType.REFUNDED);
	}

	/**
	 * The provider did not take the refund; it is asked again, and in the end a person.
	 */
	Change refundDelayed(Instant now) {
		require(status() == BookingStatus.REFUND_PENDING, "refund");
		Payment payment = payment();
		Payment checked = new Payment(payment.attempt(), payment.state(), payment.method(), payment.startedAt(),
				payment.checks() + 1, payment.chargeId(), null);
		boolean hopeless = checked.checks() >= REFUND_ATTEMPTS;
		return changed(this.progress.to(hopeless ? BookingStatus.REVIEW : BookingStatus.REFUND_PENDING, checked,
				hopeless ? null : now.plus(checked.patience()), now), null);
	}

	private List<String> claims() {
		return Claims.of(this.show.id(), seatNames(), this.userId, this.progress.places());
	}

	private boolean hasTaken(Charge charge) {
		return charge.id().equals(payment().chargeId()) && payment().state() == Payment.State.TAKEN;
	}

	private boolean lateMoneyIsPossible() {
		return status() == BookingStatus.EXPIRED
				&& (payment().isOpen() || payment().state() == Payment.State.NOT_TAKEN);
	}

	private void require(boolean allowed, String command) {
		if (!allowed) {
			throw new IllegalTransitionException(this, command);
		}
	}

	private Change changed(Progress next, @Nullable BookingEventType event) {
		return new Change(this, new Booking(this.id, this.code, this.userId, this.show, this.seats, this.price,
				this.holdExpiresAt, this.createdAt, next), event);
	}

}
