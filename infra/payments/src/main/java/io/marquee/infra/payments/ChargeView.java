package io.marquee.infra.payments;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

/** A charge as callers see it. Amounts are decimal strings. */
record ChargeView(String id, ChargeStatus status, @Nullable String declineCode, String amount, String currency,
		String refundedAmount, String methodType, String reference, String idempotencyKey, Instant createdAt,
		List<RefundView> refunds) {

	static ChargeView of(Charge charge) {
		return new ChargeView(charge.id(), charge.status(), charge.declineCode(), charge.amount().toPlainString(),
				charge.currency(), charge.refundedAmount().toPlainString(), charge.methodType(), charge.reference(),
				charge.idempotencyKey(), charge.createdAt(),
				charge.refunds()
					.stream()
					.map((refund) -> new RefundView(refund.id(), refund.amount().toPlainString(), refund.createdAt()))
					.toList());
	}

	/** What went back of it. */
	record RefundView(String id, String amount, Instant createdAt) {
	}

}
