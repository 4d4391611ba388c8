package io.marquee.platform.web;

import java.io.IOException;
import java.time.Duration;
import java.util.List;

import io.micrometer.tracing.Span;
import io.micrometer.tracing.Tracer;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/**
 * Writes failures in the one error format, for controllers and for filters alike.
 */
public class ErrorResponses {

	private static final String CODE = ErrorResponses.class.getName() + ".code";

	private final JsonMapper json;

	private final ObjectProvider<Tracer> tracer;

	ErrorResponses(JsonMapper json, ObjectProvider<Tracer> tracer) {
		this.json = json;
		this.tracer = tracer;
	}

	ResponseEntity<Object> entity(HttpServletRequest request, ApiException failure) {
		return entity(request, failure.status(), failure.code(), failure.message(), failure.errors(),
				failure.retryAfter());
	}

	ResponseEntity<Object> entity(HttpServletRequest request, HttpStatusCode status, String code, String message,
			List<FieldProblem> errors, @Nullable Duration retryAfter) {
		request.setAttribute(CODE, code);
		ErrorBody body = ErrorBody.of(status, code, message, errors, traceId());
		boolean problem = wantsProblem(request);
		ResponseEntity.BodyBuilder answer = ResponseEntity.status(status)
			.contentType(problem ? MediaType.APPLICATION_PROBLEM_JSON : MediaType.APPLICATION_JSON)
			.header(HttpHeaders.CACHE_CONTROL, "no-store");
		if (retryAfter != null) {
			answer.header(HttpHeaders.RETRY_AFTER, Long.toString(Math.max(1, retryAfter.toSeconds())));
		}
		return answer.body(problem ? body.asProblem() : body);
	}

	/**
	 * Writes a failure outside a controller, from a filter.
	 * @param request the request
	 * @param response the response, not yet committed
	 * @param status the HTTP status
	 * @param code the stable code
	 * @param message what happened and what to do
	 * @throws IOException if the client is gone
	 */
	public void write(HttpServletRequest request, HttpServletResponse response, HttpStatus status, String code,
			String message) throws IOException {
		request.setAttribute(CODE, code);
		ErrorBody body = ErrorBody.of(status, code, message, List.of(), traceId());
		boolean problem = wantsProblem(request);
		response.setStatus(status.value());
		response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
		response.setContentType(problem ? MediaType.APPLICATION_PROBLEM_JSON_VALUE : MediaType.APPLICATION_JSON_VALUE);
		this.json.writeValue(response.getOutputStream(), problem ? body.asProblem() : body);
	}

	/**
	 * The code that a request was answered with.
	 * @param request the request
	 * @return the code, or null if it was not answered with a failure
	 */
	public static @Nullable String codeOf(HttpServletRequest request) {
		return (String) request.getAttribute(CODE);
	}

	/**
	 * The trace of the request under way.
	 * @return its id, or null if it is not traced
	 */
	public @Nullable String traceId() {
		Tracer current = this.tracer.getIfAvailable();
		Span span = (current != null) ? current.currentSpan() : null;
		return (span != null) ? span.context().traceId() : null;
	}

	private static boolean wantsProblem(HttpServletRequest request) {
		return ErrorBody.wantsProblem(request.getHeader(HttpHeaders.ACCEPT));
	}

}
