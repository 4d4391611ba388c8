package io.marquee.platform.events;

import java.time.Clock;
import java.util.Map;
import java.util.UUID;

import tools.jackson.databind.json.JsonMapper;

/**
 * Makes the entries that aggregates put into their outbox.
 */
public class OutboxEntries {

	private final JsonMapper json;

	private final Clock clock;

	private final TraceContexts traces;

	OutboxEntries(JsonMapper json, Clock clock, TraceContexts traces) {
		this.json = json;
		this.clock = clock;
		this.traces = traces;
	}

	/**
	 * Makes an entry in the current trace.
	 * @param type the CloudEvents type, such as {@code marquee.booking.confirmed}
	 * @param key the aggregate's id
	 * @param data the payload
	 * @return the entry
	 */
	public OutboxEntry of(String type, String key, Object data) {
		Map<String, String> trace = this.traces.current();
		return new OutboxEntry(UUID.randomUUID().toString(), type, key, this.clock.instant(),
				this.json.writeValueAsString(data), trace);
	}

}
