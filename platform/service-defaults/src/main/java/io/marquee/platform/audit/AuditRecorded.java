package io.marquee.platform.audit;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * The event that takes an entry to the trail.
 *
 * @param id the entry
 * @param service the service
 * @param actor who acted
 * @param action method and path pattern
 * @param target the path variables
 * @param affected ids of what else was acted on
 * @param at when it began
 * @param from where the request came from
 * @param traceId its trace
 * @param outcome what became of it
 */
record AuditRecorded(String id, String service, Actor actor, String action, Map<String, String> target,
		List<String> affected, Instant at, From from, @Nullable String traceId, Outcome outcome) {

	static final String TYPE = "marquee.audit.recorded";

	static AuditRecorded of(AuditEntry entry, List<String> affected, Outcome outcome) {
		return new AuditRecorded(entry.id(), entry.service(), entry.actor(), entry.action(), entry.target(), affected,
				entry.at(), new From(entry.address()), entry.traceId(), outcome);
	}

	/**
	 * Where a request came from.
	 *
	 * @param address the network address of the client
	 */
	record From(String address) {
	}

}
