package io.marquee.infra.payments;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/**
 * How the provider is set up.
 *
 * @param port port to listen on, 0 for any free one
 * @param apiKey what callers send as a bearer token
 * @param webhookSecret key of the webhook signatures
 * @param webhookUrl where outcomes are reported
 * @param data folder of the journal
 * @param slow how long {@code tok_slow} takes
 * @param late how long the outcome of {@code tok_webhook_late} takes
 */
public record PaymentsSettings(int port, String apiKey, String webhookSecret, URI webhookUrl, Path data, Duration slow,
		Duration late) {

	private static final String DEFAULT_WEBHOOK = "http://localhost:8103/api/v1/payments/webhooks/simulated";

	/**
	 * Reads the settings.
	 * @param env the environment
	 * @param args the command line; {@code --data=<folder>} wins over the environment
	 * @return the settings
	 * @throws IllegalArgumentException if a required variable is missing, naming it
	 */
	public static PaymentsSettings from(Map<String, String> env, String... args) {
		String data = env.getOrDefault("MARQUEE_PAYMENTS_DATA", ".marquee/payments");
		for (String arg : args) {
			if (!arg.startsWith("--data=")) {
				throw new IllegalArgumentException("Unknown argument '" + arg + "'; only --data=<folder> is known");
			}
			data = arg.substring("--data=".length());
		}
		// The late outcome must come after the hold of five minutes has run out.
		return new PaymentsSettings(Integer.parseInt(env.getOrDefault("SERVER_PORT", "8190")),
				required(env, "MARQUEE_PAYMENTS_API_KEY"), required(env, "MARQUEE_PAYMENTS_WEBHOOK_SECRET"),
				URI.create(env.getOrDefault("MARQUEE_PAYMENTS_WEBHOOK_URL", DEFAULT_WEBHOOK)), Path.of(data),
				Duration.parse(env.getOrDefault("MARQUEE_PAYMENTS_SLOW", "PT3S")),
				Duration.parse(env.getOrDefault("MARQUEE_PAYMENTS_LATE", "PT5M20S")));
	}

	private static String required(Map<String, String> env, String name) {
		String value = env.get(name);
		if (value == null || value.isBlank()) {
			throw new IllegalArgumentException("The environment variable " + name + " is required and not set");
		}
		return value;
	}

}
