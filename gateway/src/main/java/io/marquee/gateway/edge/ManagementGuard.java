package io.marquee.gateway.edge;

import java.net.InetSocketAddress;

import io.marquee.gateway.error.ErrorWriter;
import reactor.core.publisher.Mono;

import org.springframework.core.env.Environment;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.PathContainer;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * The public port tells of the gateway's inside no more than its health. Metrics are on a
 * port of their own, where {@code MANAGEMENT_SERVER_PORT} names one.
 */
@Component
class ManagementGuard implements WebFilter {

	private static final PathPattern MANAGEMENT = PathPatternParser.defaultInstance.parse("/actuator/**");

	private static final PathPattern HEALTH = PathPatternParser.defaultInstance.parse("/actuator/health/**");

	private final Environment environment;

	private final ErrorWriter errors;

	ManagementGuard(Environment environment, ErrorWriter errors) {
		this.environment = environment;
		this.errors = errors;
	}

	@Override
	public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
		PathContainer path = exchange.getRequest().getPath().pathWithinApplication();
		if (!MANAGEMENT.matches(path) || HEALTH.matches(path) || !onPublicPort(exchange)) {
			return chain.filter(exchange);
		}
		return this.errors.write(exchange, HttpStatus.NOT_FOUND, "NOT_FOUND", "There is nothing at this address");
	}

	private boolean onPublicPort(ServerWebExchange exchange) {
		InetSocketAddress local = exchange.getRequest().getLocalAddress();
		Integer open = this.environment.getProperty("local.server.port", Integer.class);
		return local == null || open == null || open == local.getPort();
	}

}
