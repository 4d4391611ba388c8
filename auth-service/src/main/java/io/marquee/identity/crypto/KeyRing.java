package io.marquee.identity.crypto;

import java.util.Base64;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Secrets by their ids: the first is for what is written now, every one for what was
 * written before.
 */
final class KeyRing {

	private static final int BYTES = 32;

	private static final Pattern ENTRY = Pattern.compile("\\s*([A-Za-z0-9_-]{1,16}):([A-Za-z0-9+/_-]+)=*\\s*");

	private final Map<String, byte[]> secrets;

	private KeyRing(Map<String, byte[]> secrets) {
		this.secrets = secrets;
	}

	/**
	 * Reads keys.
	 * @param text {@code id:base64secret[,id:base64secret...]}, in either alphabet of
	 * Base64
	 * @return the keys, or nothing if it is not that or a secret is too short
	 */
	static Optional<KeyRing> parse(String text) {
		Map<String, byte[]> secrets = new LinkedHashMap<>();
		for (String entry : text.split(",", -1)) {
			Matcher matcher = ENTRY.matcher(entry);
			byte[] secret = matcher.matches() ? decode(matcher.group(2)) : new byte[0];
			if (secret.length < BYTES || secrets.put(matcher.group(1), secret) != null) {
				return Optional.empty();
			}
		}
		return Optional.of(new KeyRing(Collections.unmodifiableMap(secrets)));
	}

	private static byte[] decode(String base64) {
		try {
			return Base64.getDecoder().decode(base64.replace('-', '+').replace('_', '/'));
		}
		catch (IllegalArgumentException ex) {
			return new byte[0];
		}
	}

	String first() {
		return this.secrets.keySet().iterator().next();
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
