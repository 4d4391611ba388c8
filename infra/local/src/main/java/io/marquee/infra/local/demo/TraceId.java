package io.marquee.infra.local.demo;

import java.security.SecureRandom;
import java.util.HexFormat;

/**
 * A trace that we begin ourselves, so that we can ask for it afterwards.
 *
 * @param trace the trace's id
 * @param span the id of our part of it
 */
record TraceId(String trace, String span) {

	static TraceId random() {
		SecureRandom random = new SecureRandom();
		return new TraceId(hex(random, 16), hex(random, 8));
	}

	/** The W3C header, marked as sampled. */
	String traceparent() {
		return "00-" + this.trace + "-" + this.span + "-01";
	}

	private static String hex(SecureRandom random, int length) {
		byte[] bytes = new byte[length];
		random.nextBytes(bytes);
		return HexFormat.of().formatHex(bytes);
	}

}
