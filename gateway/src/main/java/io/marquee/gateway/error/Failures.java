package io.marquee.gateway.error;

import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.concurrent.TimeoutException;

import io.marquee.gateway.routing.RouteTable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

import org.springframework.cloud.gateway.support.NotFoundException;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponse;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebExceptionHandler;

/**
 * Turns whatever went wrong on the way to a service and back into an answer.
 */
@Component
@Order(-2) // before Boot's own handler, which knows nothing of the envelope
class Failures implements WebExceptionHandler {

	private static final Logger log = LoggerFactory.getLogger(Failures.class);

	private final ErrorWriter errors;

	private final RouteTable routes;

	Failures(ErrorWriter errors, RouteTable routes) {
		this.errors = errors;
		this.routes = routes;
	}

	@Override
	public Mono<Void> handle(ServerWebExchange exchange, Throwable failure) {
		if (exchange.getResponse().isCommitted()) {
			// The head is out: all that is left is to cut the connection.
			return Mono.error(failure);
		}
		RequestRefusedException refusal = refusalFor(exchange, failure);
		return this.errors.write(exchange, refusal.status(), refusal.code(), String.valueOf(refusal.getMessage()));
	}

	private RequestRefusedException refusalFor(ServerWebExchange exchange, Throwable failure) {
		Throwable cause = NestedExceptionUtils.getMostSpecificCause(failure);
		if (cause instanceof RequestRefusedException refusal) {
			return refusal;
		}
		if (failure instanceof NotFoundException || cause instanceof ConnectException
				|| cause instanceof UnknownHostException) {
			return unavailable(exchange, cause);
		}
		if (cause instanceof TimeoutException || cause instanceof io.netty.handler.timeout.TimeoutException) {
			return refused(HttpStatus.GATEWAY_TIMEOUT, "The service took too long to answer; try again");
		}
		if (failure instanceof ErrorResponse known) {
			HttpStatus status = HttpStatus.valueOf(known.getStatusCode().value());
			return refused(status, messageFor(status));
		}
		if (cause instanceof IOException) {
			log.warn("No whole answer from {} trace={}: {}", owner(exchange), Traces.idOf(exchange), cause.toString());
			return refused(HttpStatus.BAD_GATEWAY, "The service broke off its answer; try again");
		}
		log.error("Failed at {} {} trace={}", exchange.getRequest().getMethod(), exchange.getRequest().getPath(),
				Traces.idOf(exchange), failure);
		return new RequestRefusedException(HttpStatus.INTERNAL_SERVER_ERROR, "INTERNAL_ERROR",
				"Something went wrong on our side; quote the trace id when asking for help");
	}

	private RequestRefusedException unavailable(ServerWebExchange exchange, Throwable cause) {
		String service = owner(exchange);
		log.warn("{} is not reachable trace={}: {}", service, Traces.idOf(exchange), cause.toString());
		return new RequestRefusedException(HttpStatus.SERVICE_UNAVAILABLE,
				service.toUpperCase(Locale.ROOT).replace('-', '_') + "_UNAVAILABLE",
				"A part of the service is not available right now; try again shortly");
	}

	private String owner(ServerWebExchange exchange) {
		String owner = this.routes.ruleFor(exchange).owner();
		return (owner != null) ? owner : "service";
	}

	private static RequestRefusedException refused(HttpStatus status, String message) {
		return new RequestRefusedException(status, status.name(), message);
	}

	private static String messageFor(HttpStatus status) {
		return switch (status) {
			case NOT_FOUND -> "There is nothing at this address";
			case METHOD_NOT_ALLOWED -> "This address does not answer to this method";
			default -> status.getReasonPhrase();
		};
	}

}
