package io.marquee.identity.limit;

import java.time.Instant;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * Tells the client how it stands: {@code RateLimit-Limit}, {@code RateLimit-Remaining}
 * and, in seconds, {@code RateLimit-Reset} (draft-ietf-httpapi-ratelimit-headers-03). Of
 * several limits the one that is nearest to its end is told.
 */
final class RateLimitHeaders {

	private static final String REMAINING = "RateLimit-Remaining";

	private RateLimitHeaders() {
	}

	static void tell(LimitSettings.Allowance allowance, Spending spent, Instant now) {
		HttpServletResponse response = response();
		int remaining = Math.max(0, allowance.capacity() - spent.spent());
		if (response != null && remaining < told(response)) {
			write(response, allowance, remaining, spent, now);
		}
	}

	static void tellRefusal(LimitSettings.Allowance allowance, Spending spent, Instant now) {
		HttpServletResponse response = response();
		if (response != null) {
			write(response, allowance, 0, spent, now);
		}
	}

	private static void write(HttpServletResponse response, LimitSettings.Allowance allowance, int remaining,
			Spending spent, Instant now) {
		response.setHeader("RateLimit-Limit", Integer.toString(allowance.capacity()));
		response.setHeader(REMAINING, Integer.toString(remaining));
		response.setHeader("RateLimit-Reset", Long.toString(spent.left(now).toSeconds()));
	}

	private static int told(HttpServletResponse response) {
		String told = response.getHeader(REMAINING);
		return (told != null) ? Integer.parseInt(told) : Integer.MAX_VALUE;
	}

	private static @Nullable HttpServletResponse response() {
		return (RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes request)
				? request.getResponse() : null;
	}

}
