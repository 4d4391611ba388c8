package io.marquee.gateway.error;

import java.util.List;

import io.marquee.platform.web.ErrorBody;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;

/**
 * Answers with a failure, as an envelope or, for a client that asks so, as an RFC 9457
 * problem.
 */
@Component
public class ErrorWriter {

	/** Left behind when a service's answer breaks off before it was passed on. */
	private static final List<String> OF_ANOTHER_BODY = List.of(HttpHeaders.TRANSFER_ENCODING,
			HttpHeaders.CONTENT_ENCODING, HttpHeaders.CONTENT_DISPOSITION, HttpHeaders.ETAG, HttpHeaders.LAST_MODIFIED,
			HttpHeaders.SET_COOKIE);

	private final JsonMapper json;

	ErrorWriter(JsonMapper json) {
		this.json = json;
	}

	/**
	 * Writes the answer.
	 * @param exchange the request, not yet answered
	 * @param status the HTTP status
	 * @param code the stable code
	 * @param message what happened and what to do
	 * @return when it is written
	 */
	public Mono<Void> write(ServerWebExchange exchange, HttpStatus status, String code, String message) {
		ErrorBody error = ErrorBody.of(status, code, message, List.of(), Traces.idOf(exchange));
		boolean problem = ErrorBody.wantsProblem(exchange.getRequest().getHeaders().getFirst(HttpHeaders.ACCEPT));
		byte[] body = this.json.writeValueAsBytes(problem ? error.asProblem() : error);
		ServerHttpResponse response = exchange.getResponse();
		response.setStatusCode(status);
		HttpHeaders headers = response.getHeaders();
		OF_ANOTHER_BODY.forEach(headers::remove);
		headers.setContentType(problem ? MediaType.APPLICATION_PROBLEM_JSON : MediaType.APPLICATION_JSON);
		headers.setContentLength(body.length);
		headers.setCacheControl("no-store");
		if (status == HttpStatus.SERVICE_UNAVAILABLE) {
			headers.set(HttpHeaders.RETRY_AFTER, "2");
		}
		DataBuffer buffer = response.bufferFactory().wrap(body);
		return response.writeWith(Mono.just(buffer));
	}

}
