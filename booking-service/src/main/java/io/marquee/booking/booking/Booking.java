package io.marquee.booking.booking;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import io.marquee.booking.payment.Charge;
import io.marquee.booking.payment.PaymentMethod;
import io.marquee.platform.money.Money;
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
		return new Booking(id, code, userId, show, seats, price, expiry, now,
				Progress.held(places, claims, show.id(), expiry, now));
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

	/**
	 * Why it ended before its show.
	 * @return the cancellation, or null if there was none
	 */
	public @Nullable Cancellation cancellation() {
		return this.progress.cancellation();
	}

	/**
	 * Its latest refund.
	 * @return the refund, under way or done, or null if there was none
	 */
	public @Nullable Refund refund() {
		return this.progress.refund();
	}

	/**
	 * When its people were let in.
	 * @return the admission, or null if they were not
	 */
	public @Nullable Admission admission() {
		return this.progress.admission();
	}

	/**
	 * Money taken and not given back.
	 * @return the balance of its ledger
	 */
	public Money balance() {
		return this.progress.balance(this.price.total().currency());
	}

	/**
	 * What goes back if its owner cancels it.
	 * @param now the time
	 * @return the amount by the venue's policy
	 */
	public Money refundable(Instant now) {
		return this.show.policy().refund(balance(), this.show.startsAt(), now);
	}

	long version() {
		return this.progress.version();
	}

	/**
	 * Its payment.
	 * @return what is known of the latest attempt
	 */
	public Payment payment() {
		return this.progress.payment();
	}

	/**
	 * All money that moved.
	 * @return the entries, the oldest first
	 */
	public List<LedgerEntry> ledger() {
		return this.progress.ledger();
	}

	/** The same for every repetition of one attempt, so that it charges once. */
	String paymentKey() {
		return this.id.paymentId() + "-" + payment().attempt();
	}

	/** The same for every repetition of one refund, so that it is given back once. */
	String refundKey() {
		return this.id.paymentId() + "-refund-" + (this.progress.refundsDone() + 1);
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
		require(charge.key().equals(paymentKey()) && (status() == BookingStatus.PAYING || lateMoneyIsPossible()),
				"payment");
		if (charge.amount().compareTo(this.price.total()) != 0) {
			return changed(this.progress.to(BookingStatus.REVIEW, payment().taken(charge), null, now)
				.booking(entry(charge, now)), null);
		}
		if (status() != BookingStatus.PAYING && !canBeClaimedAgain(now)) {
			return refundInstead(charge, now);
		}
		Progress next = this.progress.to(BookingStatus.CONFIRMED, payment().taken(charge), null, now);
		if (!this.price.isFree()) {
			next = next.booking(entry(charge, now));
		}
		return changed(next.claiming(claims(), this.show.id()), BookingEventType.CONFIRMED);
	}

	/** The money came too late: the seats are gone, or the show is. */
	Change refundInstead(Charge charge, Instant now) {
		if (hasTaken(charge)) {
			return Change.none(this);
		}
		require(charge.key().equals(paymentKey()) && lateMoneyIsPossible(), "late payment");
		if (this.price.isFree()) {
			return changed(this.progress.to(status(), payment().notTaken(), null, now), null);
		}
		return changed(this.progress.to(BookingStatus.REFUND_PENDING, payment().taken(charge), now, now)
			.booking(entry(charge, now))
			.refunding(Refund.of(charge.amount(), now)), null);
	}

	/** No money was taken. A hold that still has time can be paid another way. */
	Change declined(Charge charge, Instant now) {
		if (!payment().isOpen() || !charge.key().equals(paymentKey())) {
			return Change.none(this);
		}
		Payment declined = payment().declined(charge);
		if (status() == BookingStatus.CANCELLED) {
			return changed(this.progress.to(BookingStatus.CANCELLED, declined, null, now), null);
		}
		if (status() != BookingStatus.PAYING) {
			return changed(this.progress.to(BookingStatus.EXPIRED, declined, null, now),
					BookingEventType.PAYMENT_FAILED);
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
		if (knownToProvider) {
			return changed(this.progress.to(BookingStatus.REVIEW, checked, null, now), null);
		}
		return changed(this.progress.to(status(), checked.notTaken(), null, now),
				(status() == BookingStatus.EXPIRED) ? BookingEventType.PAYMENT_FAILED : null);
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

	boolean isCancellable(Instant now) {
		return status() == BookingStatus.CONFIRMED && admission() == null && now.isBefore(this.show.startsAt());
	}

	/** Its owner does not want it any more; the venue's policy says what goes back. */
	Change cancel(Cancellation cancellation) {
		Instant now = cancellation.at();
		require(isCancellable(now), "cancellation");
		return changed(ended(cancellation, refundable(now)), BookingEventType.CANCELLED);
	}

	/**
	 * The show will not take place: everything goes back, money on its way here too.
	 */
	Change showCancelled(Instant now) {
		Cancellation cancellation = new Cancellation(Cancellation.Reason.SHOW_CANCELLED, null, null, now);
		return switch (status()) {
			case CONFIRMED -> changed(ended(cancellation, balance()), BookingEventType.CANCELLED);
			case HELD ->
				changed(this.progress.to(BookingStatus.CANCELLED, payment(), null, now).cancelled(cancellation),
						BookingEventType.CANCELLED);
			case PAYING ->
				changed(this.progress.to(BookingStatus.CANCELLED, payment(), now.plus(payment().patience()), now)
					.cancelled(cancellation), BookingEventType.CANCELLED);
			case EXPIRED -> (payment().isOpen() && cancellation() == null)
					? changed(this.progress.to(BookingStatus.EXPIRED, payment(), this.progress.due(), now)
						.cancelled(cancellation), null)
					: Change.none(this);
			default -> Change.none(this);
		};
	}

	/** Somebody of the staff gives money back; a booking that is confirmed ends by it. */
	Change refundByHand(Money amount, Cancellation cancellation) {
		boolean possible = switch (status()) {
			case CONFIRMED, CANCELLED, REFUNDED, REVIEW -> payment().state() == Payment.State.TAKEN;
			default -> false;
		};
		Refund unclear = (status() == BookingStatus.REVIEW) ? refund() : null;
		require(possible && amount.compareTo(Money.zero(amount.currency())) > 0 && amount.compareTo(balance()) <= 0,
				"refund by hand");
		// What may have gone back already is asked for again as it was.
		require(unclear == null || amount.equals(unclear.amount()), "another refund");
		boolean ends = status() == BookingStatus.CONFIRMED;
		return changed(ended((cancellation() != null) ? cancellation() : cancellation, amount),
				ends ? BookingEventType.CANCELLED : null);
	}

	private Progress ended(Cancellation cancellation, Money back) {
		Instant now = cancellation.at();
		if (back.compareTo(Money.zero(back.currency())) == 0) {
			return this.progress.to(BookingStatus.CANCELLED, payment(), null, now).cancelled(cancellation);
		}
		return this.progress.to(BookingStatus.REFUND_PENDING, payment(), now, now)
			.cancelled(cancellation)
			.refunding(Refund.of(back, now));
	}

	Change refunded(String refundId, Instant now) {
		Refund refund = refundUnderWay();
		LedgerEntry entry = new LedgerEntry(LedgerEntry.Kind.REFUND, refund.amount(), refundId, now);
		return changed(this.progress.to(BookingStatus.REFUNDED, payment(), null, now).booking(entry),
				BookingEventType.REFUNDED);
	}

	/**
	 * The provider did not take the refund; it is asked again, and in the end a person.
	 */
	Change refundDelayed(Instant now) {
		Refund delayed = refundUnderWay().delayed();
		boolean hopeless = delayed.checks() >= REFUND_ATTEMPTS;
		return changed(this.progress
			.to(hopeless ? BookingStatus.REVIEW : BookingStatus.REFUND_PENDING, payment(),
					hopeless ? null : now.plus(delayed.patience()), now)
			.refunding(delayed), null);
	}

	boolean isRefunding(String key) {
		return status() == BookingStatus.REFUND_PENDING && refundKey().equals(key);
	}

	Refund refundUnderWay() {
		Refund refund = refund();
		if (refund == null || status() != BookingStatus.REFUND_PENDING) {
			throw new IllegalTransitionException(this, "refund");
		}
		return refund;
	}

	/** Lets its people in, once; the same scan sent again lets nobody in again. */
	Change admit(Admission admission) {
		Admission earlier = admission();
		if (earlier != null && earlier.nonce().equals(admission.nonce())) {
			return Change.none(this);
		}
		require(status() == BookingStatus.CONFIRMED && earlier == null, "admission");
		return changed(this.progress.to(BookingStatus.CONFIRMED, payment(), null, admission.at()).admitted(admission),
				BookingEventType.ADMITTED);
	}

	private List<String> claims() {
		return Claims.of(this.show.id(), seatNames(), this.userId, this.progress.places());
	}

	private static LedgerEntry entry(Charge charge, Instant now) {
		return new LedgerEntry(LedgerEntry.Kind.CHARGE, charge.amount(), charge.id(), now);
	}

	private boolean hasTaken(Charge charge) {
		return charge.id().equals(payment().chargeId()) && payment().state() == Payment.State.TAKEN;
	}

	private boolean lateMoneyIsPossible() {
		return switch (status()) {
			case EXPIRED, CANCELLED -> payment().isOpen() || payment().state() == Payment.State.NOT_TAKEN;
			case REVIEW -> payment().isOpen();
			default -> false;
		};
	}

	private boolean canBeClaimedAgain(Instant now) {
		return status() == BookingStatus.EXPIRED && payment().isOpen() && cancellation() == null
				&& now.isBefore(this.show.startsAt());
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
