package io.marquee.booking.ticket;

import java.util.Base64;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The keys of tickets by their ids: the first signs, every one verifies.
 */
final class TicketKeys {

	/** HMAC with SHA-256 is as strong as its key, up to 32 bytes. */
	private static final int BYTES = 32;

	private static final Pattern ENTRY = Pattern.compile("\\s*([A-Za-z0-9_-]{1,16}):([A-Za-z0-9+/_-]+)=*\\s*");

	private final Map<String, byte[]> secrets;

	private TicketKeys(Map<String, byte[]> secrets) {
		this.secrets = secrets;
	}

	/**
	 * Reads keys.
	 * @param text {@code kid:base64secret[,kid:base64secret...]}, in either alphabet of
	 * Base64
	 * @return the keys, or nothing if it is not that or a secret is too short
	 */
	static Optional<TicketKeys> parse(String text) {
		Map<String, byte[]> secrets = new LinkedHashMap<>();
		for (String entry : text.split(",", -1)) {
			Matcher matcher = ENTRY.matcher(entry);
			byte[] secret = matcher.matches() ? decode(matcher.group(2)) : new byte[0];
			if (secret.length < BYTES || secrets.put(matcher.group(1), secret) != null) {
				return Optional.empty();
			}
		}
		return Optional.of(new TicketKeys(Collections.unmodifiableMap(secrets)));
	}

	private static byte[] decode(String base64) {
		try {
			return Base64.getDecoder().decode(base64.replace('-', '+').replace('_', '/'));
		}
		catch (IllegalArgumentException ex) {
			return new byte[0];
		}
	}

	Map<String, byte[]> byId() {
		return this.secrets;
	}

	/** Ids only. */
	@Override
	public String toString() {
		return this.secrets.keySet().toString();
	}

}
