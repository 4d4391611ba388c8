package io.marquee.gateway.edge;

import java.util.List;
import java.util.Locale;
import java.util.Set;

import org.springframework.cloud.gateway.filter.headers.HttpHeadersFilter;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;

/**
 * Drops every header by which a client could claim to be someone, and tells the service
 * where the request came from, as the connection shows or a trusted proxy says.
 */
@Component
class InboundHeaders implements HttpHeadersFilter, Ordered {

	private static final List<String> DROPPED_PREFIXES = List.of("x-user", "x-auth", "x-forwarded-", "x-role",
			"x-remote-", "x-client-", "x-internal-", "x-original-", "x-rewrite-");

	private static final Set<String> DROPPED = Set.of("forwarded", "remote-user", "remote-groups", "x-real-ip",
			"x-email", "x-sub", "x-scopes", "x-token", "x-jwt-payload", "x-userinfo", "x-http-method-override",
			"true-client-ip", "cf-connecting-ip");

	private final TrustedProxies proxies;

	InboundHeaders(EdgeSettings settings) {
		this.proxies = settings.proxies();
	}

	@Override
	public HttpHeaders filter(HttpHeaders input, ServerWebExchange exchange) {
		HttpHeaders headers = new HttpHeaders();
		input.forEach((name, values) -> {
			if (!dropped(name.toLowerCase(Locale.ROOT))) {
				headers.addAll(name, values);
			}
		});
		ClientAddress from = ClientAddress.of(exchange.getRequest(), this.proxies);
		if (from.client() != null) {
			headers.set("X-Forwarded-For", from.client());
		}
		if (from.host() != null) {
			headers.set("X-Forwarded-Host", from.host());
		}
		headers.set("X-Forwarded-Proto", from.scheme());
		headers.set("X-Forwarded-Port", Integer.toString(from.port()));
		return headers;
	}

	@Override
	public int getOrder() {
		return LOWEST_PRECEDENCE;
	}

	private static boolean dropped(String name) {
		if (DROPPED.contains(name)) {
			return true;
		}
		for (String prefix : DROPPED_PREFIXES) {
			if (name.startsWith(prefix)) {
				return true;
			}
		}
		return false;
	}

}
