package io.marquee.infra.local;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Where everything listens. All ports move together by one offset; a store, a broker or a
 * Keycloak that is given from outside takes the place of our own; so do a public address
 * and the settings of outside log-in providers.
 *
 * @param offset what is added to every port
 * @param given addresses given from outside, by the names of their variables
 */
public record Addresses(int offset, Map<String, String> given) {

	public static final String MONGODB = "MARQUEE_MONGODB_URI";

	public static final String KAFKA = "MARQUEE_KAFKA_BOOTSTRAP";

	public static final String KEYCLOAK = "MARQUEE_KEYCLOAK_URL";

	public static final String PUBLIC_URL = "MARQUEE_PUBLIC_URL";

	public static final int GATEWAY_PORT = 8080;

	public static final int DISCOVERY_PORT = 8761;

	public static final int CONFIG_PORT = 8888;

	public static final int AUTH_PORT = 8101;

	public static final int BOOKING_PORT = 8103;

	public static final int KEYCLOAK_PORT = 8180;

	public static final int PAYMENTS_PORT = 8190;

	public static final int KAFKA_PORT = 9092;

	public static final int KAFKA_CONTROLLER_PORT = 9093;

	public static final int ZIPKIN_PORT = 9411;

	public static final int SMTP_PORT = 3025;

	public static final int MAIL_PORT = 8025;

	public static final int MONGODB_PORT = 27017;

	private static final Map<String, String> OUTSIDE_LOG_INS = Map.of("MARQUEE_GOOGLE_ENABLED", "true",
			"MARQUEE_GITHUB_ENABLED", "true");

	private static final Set<String> OWN = Set.of(MONGODB, KAFKA, KEYCLOAK, PUBLIC_URL);

	private static final int LOWEST = -SMTP_PORT + 1024;

	private static final int HIGHEST = 65535 - MONGODB_PORT;

	public Addresses {
		if (offset < LOWEST || offset > HIGHEST) {
			throw new MarqueeException("--port-offset " + offset + " moves a port out of range.",
					"Choose one from " + LOWEST + " to " + HIGHEST + ".");
		}
		Map<String, String> known = new TreeMap<>();
		given.forEach((name, value) -> {
			if (!value.isBlank() && (OWN.contains(name) || isOfProvider(name))) {
				known.put(name, value);
			}
		});
		given = Map.copyOf(known);
	}

	public int port(int usual) {
		return usual + this.offset;
	}

	public String http(int usual) {
		return "http://localhost:" + port(usual);
	}

	public boolean isGiven(String name) {
		return this.given.containsKey(name);
	}

	public String keycloak() {
		return this.given.getOrDefault(KEYCLOAK, http(KEYCLOAK_PORT));
	}

	/**
	 * What every service is told.
	 * @return variables and values
	 */
	public Map<String, String> environment() {
		Map<String, String> all = new TreeMap<>(Map.of(MONGODB, "mongodb://localhost:" + port(MONGODB_PORT), KAFKA,
				"localhost:" + port(KAFKA_PORT), KEYCLOAK, http(KEYCLOAK_PORT), "MARQUEE_EUREKA_URL",
				http(DISCOVERY_PORT) + "/eureka/", "MARQUEE_CONFIG_URL", http(CONFIG_PORT), "MARQUEE_ZIPKIN_URL",
				http(ZIPKIN_PORT) + "/api/v2/spans", "MARQUEE_SMTP_HOST", "localhost", "MARQUEE_SMTP_PORT",
				String.valueOf(port(SMTP_PORT)), "MARQUEE_PAYMENTS_URL", http(PAYMENTS_PORT)));
		all.put(PUBLIC_URL, http(GATEWAY_PORT));
		all.putAll(OUTSIDE_LOG_INS);
		this.given.forEach((name, value) -> {
			if (!name.endsWith("_SECRET")) {
				all.put(name, value);
			}
		});
		return all;
	}

	/**
	 * What Keycloak is told of the world around it.
	 * @return variables and values
	 */
	public Map<String, String> ofKeycloak() {
		Map<String, String> all = new TreeMap<>(Map.of(PUBLIC_URL, http(GATEWAY_PORT), "MARQUEE_GITHUB_ACCOUNT_URL",
				http(AUTH_PORT) + "/brokers/github"));
		all.putAll(OUTSIDE_LOG_INS);
		if (!this.given.containsKey("MARQUEE_GOOGLE_CLIENT_ID")) {
			all.putAll(outsideRealm());
		}
		this.given.forEach((name, value) -> {
			if (name.equals(PUBLIC_URL) || isOfProvider(name)) {
				all.put(name, value);
			}
		});
		return all;
	}

	/** A realm of our own Keycloak's plays Google, unless a client there is given. */
	private Map<String, String> outsideRealm() {
		String realm = http(KEYCLOAK_PORT) + "/realms/outside";
		String endpoints = realm + "/protocol/openid-connect";
		return Map.of("MARQUEE_GOOGLE_CLIENT_ID", "marquee", "MARQUEE_GOOGLE_ISSUER", realm,
				"MARQUEE_GOOGLE_AUTHORIZATION_URL", endpoints + "/auth", "MARQUEE_GOOGLE_TOKEN_URL",
				endpoints + "/token", "MARQUEE_GOOGLE_JWKS_URL", endpoints + "/certs", "MARQUEE_BROKER_URL",
				http(KEYCLOAK_PORT) + "/realms/marquee/broker");
	}

	private static boolean isOfProvider(String name) {
		return name.startsWith("MARQUEE_GOOGLE_") || name.startsWith("MARQUEE_GITHUB_");
	}

}
