package io.marquee.gateway.cache;

import java.util.List;

import org.springframework.http.HttpMethod;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * Whoever changes the catalogue by way of this gateway reads the change in the next
 * moment: pages are untrue before the answer goes out, not only when the event comes.
 */
class OwnWrites implements WebFilter {

	private static final List<String> PATHS = List.of("/api/v1/admin/movies", "/api/v1/admin/venues",
			"/api/v1/admin/shows", "/api/v1/admin/seats");

	private final Freshness freshness;

	OwnWrites(Freshness freshness) {
		this.freshness = freshness;
	}

	@Override
	public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
		if (isWrite(exchange.getRequest())) {
			exchange.getResponse().beforeCommit(() -> Mono.fromRunnable(this::touchAll));
		}
		return chain.filter(exchange);
	}

	/** Whatever the answer: a write whose answer was lost may have been done. */
	private void touchAll() {
		for (Area area : Area.values()) {
			this.freshness.touch(area);
		}
	}

	private static boolean isWrite(ServerHttpRequest request) {
		HttpMethod method = request.getMethod();
		String path = request.getURI().getRawPath();
		return !HttpMethod.GET.equals(method) && !HttpMethod.HEAD.equals(method) && !HttpMethod.OPTIONS.equals(method)
				&& PATHS.stream().anyMatch(path::startsWith);
	}

}
