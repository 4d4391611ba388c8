package io.marquee.infra.payments;

import java.math.BigDecimal;
import java.time.Instant;

/** Money given back. */
record Refund(String id, String idempotencyKey, BigDecimal amount, Instant createdAt) {
}
