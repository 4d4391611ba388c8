package io.marquee.gateway.cache;

import java.net.URI;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.http.ETag;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.reactive.ServerHttpRequest;

/**
 * What a request for a page asks for, whoever asks.
 *
 * @param key the same for all requests with the same answer
 * @param area what the page is of
 */
record Question(String key, Area area) {

	/**
	 * Reads a request.
	 * @param request the request
	 * @return the question, or null if its answer is not kept
	 */
	static @Nullable Question of(ServerHttpRequest request) {
		HttpMethod method = request.getMethod();
		if (!HttpMethod.GET.equals(method) && !HttpMethod.HEAD.equals(method)) {
			return null;
		}
		URI address = request.getURI();
		Area area = Area.of(address.getRawPath());
		HttpHeaders headers = request.getHeaders();
		if (area == null || headers.getContentLength() > 0 || headers.containsHeader(HttpHeaders.TRANSFER_ENCODING)
				|| !takesWhatThereIs(headers)) {
			return null;
		}
		String query = address.getRawQuery();
		return new Question((query != null) ? address.getRawPath() + '?' + sorted(query) : address.getRawPath(), area);
	}

	/**
	 * Whether the caller has the page already (RFC 9110, section 13.1.2).
	 * @param request the request
	 * @param tag the page's tag, or null if it has none
	 * @return whether 304 is the answer
	 */
	static boolean isKnown(ServerHttpRequest request, @Nullable String tag) {
		List<String> known = request.getHeaders().getOrEmpty(HttpHeaders.IF_NONE_MATCH);
		if (known.isEmpty()) {
			return false;
		}
		String tags = String.join(",", known);
		if ("*".equals(tags.strip())) {
			return true;
		}
		return tag != null && ETag.parse(tags).stream().anyMatch((one) -> one.compare(ETag.create(tag), false));
	}

	/** Who wants another form than the usual is answered by the service. */
	private static boolean takesWhatThereIs(HttpHeaders headers) {
		List<String> accepted = headers.getOrEmpty(HttpHeaders.ACCEPT);
		return accepted.isEmpty() || accepted.stream()
			.anyMatch(
					(types) -> types.contains("*/*") || types.contains("application/json") || types.contains("image/"));
	}

	/** The order of names does not matter, that of one name's values does. */
	private static String sorted(String query) {
		if (query.indexOf('&') < 0) {
			return query;
		}
		String[] parameters = query.split("&");
		Arrays.sort(parameters, Comparator.comparing(Question::name));
		return String.join("&", parameters);
	}

	private static String name(String parameter) {
		int equals = parameter.indexOf('=');
		return (equals >= 0) ? parameter.substring(0, equals) : parameter;
	}

}
