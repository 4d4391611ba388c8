package io.marquee.gateway.limits;

import java.util.concurrent.TimeUnit;

import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import io.marquee.gateway.error.ErrorWriter;
import io.marquee.platform.security.KeycloakRoles;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.context.ReactiveSecurityContextHolder;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilterChain;

/**
 * Holds each partner to the requests a minute that its token names. Works in the chain of
 * security filters, after the token is known to be good: it is no {@code WebFilter} of
 * its own, which would run for everybody.
 */
@Component
public class PartnerLimits {

	private final PartnerBuckets buckets = new PartnerBuckets(TimeMeter.SYSTEM_NANOTIME);

	private final LimitSettings settings;

	private final ErrorWriter errors;

	PartnerLimits(LimitSettings settings, ErrorWriter errors) {
		this.settings = settings;
		this.errors = errors;
	}

	/**
	 * Lets a request pass or refuses it.
	 * @param exchange the request
	 * @param chain what follows
	 * @return when it is answered
	 */
	public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
		if (!exchange.getRequest().getHeaders().containsHeader(HttpHeaders.AUTHORIZATION)) {
			return chain.filter(exchange);
		}
		return ReactiveSecurityContextHolder.getContext()
			.map((context) -> !(context.getAuthentication() instanceof JwtAuthenticationToken visitor)
					|| admits(exchange, visitor.getToken()))
			.defaultIfEmpty(true)
			.flatMap((admitted) -> admitted ? chain.filter(exchange)
					: this.errors.write(exchange, HttpStatus.TOO_MANY_REQUESTS, "RATE_LIMITED",
							"Too many requests; wait as long as Retry-After says"));
	}

	private boolean admits(ServerWebExchange exchange, Jwt token) {
		String partner = partner(token);
		if (partner == null) {
			return true;
		}
		int limit = limitOf(token);
		ConsumptionProbe left = this.buckets.take(partner, limit);
		HttpHeaders headers = exchange.getResponse().getHeaders();
		if (!left.isConsumed()) {
			headers.set(HttpHeaders.RETRY_AFTER, seconds(left.getNanosToWaitForRefill()));
			tell(headers, limit, left);
			return false;
		}
		exchange.getResponse().beforeCommit(() -> {
			// A service that limits more narrowly has said so itself.
			if (!headers.containsHeader("RateLimit-Limit")) {
				tell(headers, limit, left);
			}
			return Mono.empty();
		});
		return true;
	}

	private static void tell(HttpHeaders headers, int limit, ConsumptionProbe left) {
		headers.set("RateLimit-Limit", Integer.toString(limit));
		headers.set("RateLimit-Remaining", Long.toString(left.getRemainingTokens()));
		headers.set("RateLimit-Reset", seconds(left.getNanosToWaitForReset()));
	}

	/** A token of a client itself: of no session, of no person, and not of ours. */
	private static @Nullable String partner(Jwt token) {
		if (token.getClaims().get("azp") instanceof String client && !token.hasClaim("sid") && !token.hasClaim("email")
				&& !KeycloakRoles.roles(token).contains("service")) {
			return client;
		}
		return null;
	}

	private int limitOf(Jwt token) {
		return (token.getClaims().get("rate_limit") instanceof Number limit && limit.intValue() > 0) ? limit.intValue()
				: this.settings.partnersPerMinute();
	}

	private static String seconds(long nanos) {
		return Long.toString(Math.max(1, Math.ceilDiv(nanos, TimeUnit.SECONDS.toNanos(1))));
	}

}
