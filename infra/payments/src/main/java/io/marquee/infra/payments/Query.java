package io.marquee.infra.payments;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/** What stands behind the question mark. */
final class Query {

	private final Map<String, String> values = new HashMap<>();

	Query(@Nullable String raw) {
		for (String pair : ((raw != null) ? raw : "").split("&")) {
			int equals = pair.indexOf('=');
			if (equals > 0) {
				this.values.put(pair.substring(0, equals),
						URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
			}
		}
	}

	@Nullable String value(String name) {
		return this.values.get(name);
	}

	Instant time(String name) {
		try {
			return Instant.parse(Requests.present(value(name), name, 40));
		}
		catch (DateTimeException ex) {
			throw new Refusal(400, "invalid_request", name + " must be a time such as 2026-11-22T10:00:00Z");
		}
	}

	int number(String name, int unless, int max) {
		String value = value(name);
		if (value == null) {
			return unless;
		}
		if (!value.matches("\\d{1,9}") || Integer.parseInt(value) > max) {
			throw new Refusal(400, "invalid_request", name + " must be a number of at most " + max);
		}
		return Integer.parseInt(value);
	}

}
