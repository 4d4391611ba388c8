package io.marquee.booking.booking;

import java.time.Duration;
import java.time.Instant;

import io.marquee.booking.payment.Charge;
import io.marquee.booking.payment.PaymentMethod;
import org.jspecify.annotations.Nullable;

/**
 * The payment of a booking. Only one attempt is ever open: a new one starts when the one
 * before is known to have taken no money.
 *
 * @param attempt number of the latest attempt, 0 before the first
 * @param checks how often an outcome was asked for in vain
 */
public record Payment(int attempt, State state, PaymentMethod.@Nullable Type method, @Nullable Instant startedAt,
		int checks, @Nullable String chargeId, @Nullable String declineCode) {

	/** What is known of the latest attempt. */
	public enum State {

		/** Nobody has begun to pay. */
		NONE,
		/** Under way, and nobody knows yet how it ends. */
		OPEN,
		/** The money is here. */
		TAKEN,
		/** The provider said no. */
		DECLINED,
		/** The provider knows nothing of it. */
		NOT_TAKEN

	}

	static Payment none() {
		return new Payment(0, State.NONE, null, null, 0, null, null);
	}

	Payment next(PaymentMethod.Type type, Instant now) {
		return new Payment(this.attempt + 1, State.OPEN, type, now, 0, null, null);
	}

	Payment sameAgain(Instant now) {
		return new Payment(this.attempt, State.OPEN, this.method, now, this.checks + 1, null, null);
	}

	Payment checked() {
		return new Payment(this.attempt, this.state, this.method, this.startedAt, this.checks + 1, null, null);
	}

	Payment taken(Charge charge) {
		return new Payment(this.attempt, State.TAKEN, this.method, this.startedAt, this.checks, charge.id(), null);
	}

	Payment declined(Charge charge) {
		return new Payment(this.attempt, State.DECLINED, this.method, this.startedAt, this.checks, charge.id(),
				charge.declineCode());
	}

	Payment notTaken() {
		return new Payment(this.attempt, State.NOT_TAKEN, this.method, this.startedAt, this.checks, null, null);
	}

	boolean isOpen() {
		return this.state == State.OPEN;
	}

	Duration patience() {
		return Patience.after(this.checks);
	}

}
