package io.marquee.gateway.edge;

import java.net.InetSocketAddress;
import java.net.URI;
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

	private static final int HTTP_PORT = 80;

	private static final int HTTPS_PORT = 443;

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
		URI address = request.getURI();
		headers.set("X-Forwarded-Proto", address.getScheme());
		headers.set("X-Forwarded-Host", address.getHost());
		headers.set("X-Forwarded-Port", Integer.toString(portOf(address)));
		return headers;
	}

	@Override
	public int getOrder() {
		return LOWEST_PRECEDENCE;
	}

	private static int portOf(URI address) {
		if (address.getPort() != -1) {
			return address.getPort();
		}
		return "https".equals(address.getScheme()) ? HTTPS_PORT : HTTP_PORT;
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
