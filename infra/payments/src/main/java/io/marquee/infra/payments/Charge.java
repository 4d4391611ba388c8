package io.marquee.infra.payments;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * A charge and what became of it; one line of the journal each time it changes. The
 * payment token is not kept, only a fingerprint of the request.
 */
record Charge(String id, String idempotencyKey, String fingerprint, String reference, BigDecimal amount,
		String currency, String methodType, ChargeStatus status, @Nullable String declineCode, Instant createdAt,
		@Nullable Instant settlesAt, int webhooksOwed, List<Refund> refunds) {

	Charge settled() {
		return new Charge(this.id, this.idempotencyKey, this.fingerprint, this.reference, this.amount, this.currency,
				this.methodType, ChargeStatus.SUCCEEDED, null, this.createdAt, null, this.webhooksOwed, this.refunds);
	}

	Charge webhookDelivered() {
		return new Charge(this.id, this.idempotencyKey, this.fingerprint, this.reference, this.amount, this.currency,
				this.methodType, this.status, this.declineCode, this.createdAt, this.settlesAt, this.webhooksOwed - 1,
				this.refunds);
	}

	Charge refunded(Refund refund) {
		return new Charge(this.id, this.idempotencyKey, this.fingerprint, this.reference, this.amount, this.currency,
				this.methodType, this.status, this.declineCode, this.createdAt, this.settlesAt, this.webhooksOwed,
				Stream.concat(this.refunds.stream(), Stream.of(refund)).toList());
	}

	boolean isFinished() {
		return this.status != ChargeStatus.PENDING && this.webhooksOwed <= 0;
	}

	BigDecimal refundedAmount() {
		return this.refunds.stream().map(Refund::amount).reduce(BigDecimal.ZERO.setScale(2), BigDecimal::add);
	}

}
