package io.marquee.gateway.edge;

import io.marquee.gateway.error.Traces;
import reactor.core.publisher.Mono;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;

/**
 * Sets the security headers and the trace id on every answer, whoever wrote it. A value
 * the service has set is replaced, so that no header comes twice.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
class SecurityHeaders implements WebFilter {

	private static final String NOTHING_LOADS = "default-src 'none'; frame-ancestors 'none'";

	/** Swagger UI draws its icons from data URIs and sets styles on its elements. */
	private static final String DOCS_LOAD = "default-src 'none'; script-src 'self'; connect-src 'self'; "
			+ "style-src 'self' 'unsafe-inline'; img-src 'self' data:; frame-ancestors 'none'; base-uri 'none'; "
			+ "form-action 'none'";

	private final EdgeSettings settings;

	SecurityHeaders(EdgeSettings settings) {
		this.settings = settings;
	}

	@Override
	public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
		exchange.getResponse().beforeCommit(() -> {
			secure(exchange);
			return Mono.empty();
		});
		return chain.filter(exchange);
	}

	private void secure(ServerWebExchange exchange) {
		HttpHeaders headers = exchange.getResponse().getHeaders();
		headers.set("X-Content-Type-Options", "nosniff");
		headers.set("X-Frame-Options", "DENY");
		headers.set("Referrer-Policy", "no-referrer");
		String path = exchange.getRequest().getPath().value();
		headers.set("Content-Security-Policy", path.startsWith("/docs") ? DOCS_LOAD : NOTHING_LOADS);
		// An old header that does more harm than good; services may still send it.
		headers.remove("X-XSS-Protection");
		if (this.settings.strictTransportSecurity().isEmpty()) {
			headers.remove("Strict-Transport-Security");
		}
		else {
			headers.set("Strict-Transport-Security", this.settings.strictTransportSecurity());
		}
		String trace = Traces.idOf(exchange);
		if (trace != null) {
			headers.set("X-Trace-Id", trace);
		}
	}

}
