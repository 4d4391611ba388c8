package io.marquee.gateway.edge;

import java.net.InetSocketAddress;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import org.springframework.cloud.gateway.filter.headers.HttpHeadersFilter;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;

/**
 * Drops every header by which a client could claim to be someone, and tells the service
 * where the request came from in words the gateway itself has checked.
 */
@Component
class InboundHeaders implements HttpHeadersFilter, Ordered {

	private static final List<String> DROPPED_PREFIXES = List.of("x-user", "x-auth", "x-forwarded-", "x-role",
			"x-remote-", "x-client-", "x-internal-", "x-original-", "x-rewrite-");

	private static final Set<String> DROPPED = Set.of("forwarded", "remote-user", "remote-groups", "x-real-ip",
			"x-email", "x-sub", "x-scopes", "x-token", "x-jwt-payload", "x-userinfo", "x-http-method-override",
			"true-client-ip", "cf-connecting-ip");

	@Override
	public HttpHeaders filter(HttpHeaders input, ServerWebExchange exchange) {
		HttpHeaders headers = new HttpHeaders();
		input.forEach((name, values) -> {
			if (!dropped(name.toLowerCase(Locale.ROOT))) {
				headers.addAll(name, values);
			}
		});
		ServerHttpRequest request = exchange.getRequest();
		InetSocketAddress peer = request.getRemoteAddress();
		if (peer != null && peer.getAddress() != null) {
			headers.set("X-Forwarded-For", peer.getAddress().getHostAddress());
		}
		headers.set("X-Forwarded-Proto", request.getURI().getScheme());
		headers.set("X-Forwarded-Host", request.getURI().getAuthority());
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
