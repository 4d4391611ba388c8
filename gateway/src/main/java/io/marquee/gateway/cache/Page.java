package io.marquee.gateway.cache;

import java.util.List;
import java.util.Locale;
import java.util.Set;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.util.StringUtils;

/**
 * An answer of the catalogue, as it is kept.
 *
 * @param headers what describes the body; nothing that belongs to one request
 * @param body the body
 * @param area what it is of
 * @param generation how many changes to that were known when it was asked for
 * @param askedAt when it was asked for, in ns
 * @param lifetime how long after that it may be shown, in ns
 * @param immutable whether there will never be anything else at its address
 */
record Page(HttpHeaders headers, byte[] body, Area area, long generation, long askedAt, long lifetime,
		boolean immutable) {

	private static final List<String> DESCRIPTIVE = List.of(HttpHeaders.CONTENT_TYPE, HttpHeaders.CACHE_CONTROL,
			HttpHeaders.ETAG, HttpHeaders.LAST_MODIFIED, HttpHeaders.EXPIRES, HttpHeaders.CONTENT_LANGUAGE,
			HttpHeaders.CONTENT_DISPOSITION);

	/** What the service says of origins the gateway says itself, for each request. */
	private static final Set<String> OF_ORIGINS = Set.of("origin", "access-control-request-method",
			"access-control-request-headers");

	/** About what an entry takes besides texts and body, in bytes. */
	private static final int FRAME = 1_000;

	/**
	 * Whether an answer is for everybody, and small enough.
	 * @param status its status
	 * @param headers its headers
	 * @param largest the largest body that is kept, in bytes
	 * @return whether it may be kept
	 */
	static boolean keepable(HttpStatusCode status, HttpHeaders headers, long largest) {
		Set<String> directives = directives(headers);
		// A length that is not told could be any.
		return HttpStatus.OK.isSameCodeAs(status) && headers.getContentLength() >= 0
				&& headers.getContentLength() <= largest && directives.contains("public")
				&& !directives.contains("no-store") && !directives.contains("private")
				&& !headers.containsHeader(HttpHeaders.SET_COOKIE)
				&& !headers.containsHeader(HttpHeaders.CONTENT_ENCODING)
				&& headers.getVary()
					.stream()
					.allMatch((header) -> OF_ORIGINS.contains(header.toLowerCase(Locale.ROOT)));
	}

	static boolean immutable(HttpHeaders headers) {
		return directives(headers).contains("immutable");
	}

	/** Of all headers those that are kept. */
	static HttpHeaders descriptive(HttpHeaders all) {
		HttpHeaders kept = new HttpHeaders();
		for (String name : DESCRIPTIVE) {
			List<String> values = all.get(name);
			if (values != null) {
				kept.put(name, values);
			}
		}
		return HttpHeaders.readOnlyHttpHeaders(kept);
	}

	/** About what it takes in memory under this key, in bytes. */
	int weight(String key) {
		return FRAME + key.length() + this.body.length;
	}

	private static Set<String> directives(HttpHeaders headers) {
		String all = String.join(",", headers.getOrEmpty(HttpHeaders.CACHE_CONTROL)).toLowerCase(Locale.ROOT);
		return StringUtils.commaDelimitedListToSet(StringUtils.trimAllWhitespace(all));
	}

}
