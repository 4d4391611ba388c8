package io.marquee.platform.audit;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.marquee.platform.events.OutboxEntry;
import org.jspecify.annotations.Nullable;

/**
 * One action, as the service that carries it out keeps it until the trail has it.
 *
 * @param id ordered by time
 * @param service the service
 * @param actor who acts
 * @param action method and path pattern
 * @param target the path variables
 * @param at when it began
 * @param address where the request came from
 * @param traceId its trace
 * @param underWaySince the same as at, as long as there is no outcome
 * @param endedAt when the outcome was written
 * @param outbox its event
 */
record AuditEntry(String id, String service, Actor actor, String action, Map<String, String> target, Instant at,
		String address, @Nullable String traceId, @Nullable Instant underWaySince, @Nullable Instant endedAt,
		List<OutboxEntry> outbox) {

	private static final SecureRandom random = new SecureRandom();

	/** UUID version 7 (RFC 9562, section 5.7): 48 bits of time, 74 of chance. */
	static String id(Instant at) {
		long time = (at.toEpochMilli() << 16) | 0x7000 | (random.nextInt() & 0xfff);
		return new UUID(time, (random.nextLong() >>> 2) | Long.MIN_VALUE).toString();
	}

}
