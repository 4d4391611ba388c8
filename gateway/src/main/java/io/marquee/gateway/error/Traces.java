package io.marquee.gateway.error;

import io.micrometer.tracing.Span;
import io.micrometer.tracing.handler.TracingObservationHandler.TracingContext;
import org.jspecify.annotations.Nullable;

import org.springframework.http.server.reactive.observation.ServerRequestObservationContext;
import org.springframework.web.server.ServerWebExchange;

/**
 * The trace a request belongs to, read from the request itself: no thread is bound to a
 * request here.
 */
public final class Traces {

	private Traces() {
	}

	/**
	 * Names the trace of a request.
	 * @param exchange the request
	 * @return the trace id, or null if the request is not traced
	 */
	public static @Nullable String idOf(ServerWebExchange exchange) {
		return ServerRequestObservationContext.findCurrent(exchange.getAttributes()).map((observed) -> {
			TracingContext tracing = observed.get(TracingContext.class);
			Span span = (tracing != null) ? tracing.getSpan() : null;
			return (span != null) ? span.context().traceId() : null;
		}).orElse(null);
	}

}
