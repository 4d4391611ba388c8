package io.marquee.gateway.edge;

import java.util.List;

import io.marquee.gateway.error.ErrorWriter;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.reactive.CorsProcessor;
import org.springframework.web.cors.reactive.CorsUtils;
import org.springframework.web.cors.reactive.DefaultCorsProcessor;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;

/**
 * Lets pages of the allowed origins call the API from a browser. Comes before the token
 * check: a browser asks for leave without a token.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 20)
class CrossOrigin implements WebFilter {

	private final CorsProcessor processor = new DefaultCorsProcessor();

	private final @Nullable CorsConfiguration configuration;

	private final ErrorWriter errors;

	CrossOrigin(EdgeSettings settings, ErrorWriter errors) {
		this.configuration = configuration(settings);
		this.errors = errors;
	}

	@Override
	public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
		if (this.configuration == null) {
			return chain.filter(exchange);
		}
		if (!CorsUtils.isCorsRequest(exchange.getRequest())) {
			// Whoever keeps this answer must not take it for that to a page of an origin.
			exchange.getResponse().getHeaders().add(HttpHeaders.VARY, HttpHeaders.ORIGIN);
			return chain.filter(exchange);
		}
		if (!this.processor.process(this.configuration, exchange)) {
			return this.errors.write(exchange, HttpStatus.FORBIDDEN, "ORIGIN_NOT_ALLOWED",
					"Pages of this origin may not call the API");
		}
		return CorsUtils.isPreFlightRequest(exchange.getRequest()) ? Mono.empty() : chain.filter(exchange);
	}

	private static @Nullable CorsConfiguration configuration(EdgeSettings settings) {
		List<String> origins = settings.allowedOrigins().stream().filter((origin) -> !origin.isBlank()).toList();
		if (origins.isEmpty()) {
			return null;
		}
		CorsConfiguration configuration = new CorsConfiguration();
		configuration.setAllowedOrigins(origins);
		configuration.setAllowedMethods(List.of(HttpMethod.GET.name(), HttpMethod.HEAD.name(), HttpMethod.POST.name(),
				HttpMethod.PUT.name(), HttpMethod.PATCH.name(), HttpMethod.DELETE.name()));
		configuration.setAllowedHeaders(List.of("Authorization", "Content-Type", "Accept", "Accept-Language",
				"Idempotency-Key", "If-None-Match", "traceparent", "tracestate"));
		configuration.setExposedHeaders(List.of("ETag", "Location", "Retry-After", "RateLimit-Limit",
				"RateLimit-Remaining", "RateLimit-Reset", "X-Trace-Id"));
		// Tokens travel in a header, never in a cookie.
		configuration.setAllowCredentials(false);
		configuration.setMaxAge(settings.preflightMaxAge());
		return configuration;
	}

}
