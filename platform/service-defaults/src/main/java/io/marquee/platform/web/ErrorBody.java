package io.marquee.platform.web;

import java.util.List;
import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;

/**
 * The body of every failed answer.
 *
 * @param statusCode the HTTP status
 * @param data always null
 * @param message what happened and what to do, for people
 * @param success always false
 * @param errors the fields concerned, maybe none
 * @param code the stable code
 * @param traceId the trace to quote when asking for help
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record ErrorBody(int statusCode, @Nullable Object data, String message, boolean success,
		List<FieldProblem> errors, String code, @Nullable String traceId) {

	/**
	 * Describes a failure.
	 * @param status the HTTP status
	 * @param code the stable code
	 * @param message what happened and what to do
	 * @param errors the fields concerned
	 * @param traceId the current trace, or null
	 * @return the body
	 */
	public static ErrorBody of(HttpStatusCode status, String code, String message, List<FieldProblem> errors,
			@Nullable String traceId) {
		return new ErrorBody(status.value(), null, message, false, errors, code, traceId);
	}

	/**
	 * The same as an RFC 9457 problem, with {@code code}, {@code errors} and
	 * {@code traceId} as extension members.
	 * @return the problem
	 */
	public ProblemDetail asProblem() {
		ProblemDetail problem = ProblemDetail.forStatusAndDetail(HttpStatusCode.valueOf(this.statusCode), this.message);
		problem.setProperty("code", this.code);
		problem.setProperty("errors", this.errors);
		problem.setProperty("traceId", this.traceId);
		return problem;
	}

	/**
	 * Whether a client asked for RFC 9457 problems.
	 * @param accept the {@code Accept} header, or null
	 * @return whether it names {@code application/problem+json}
	 */
	public static boolean wantsProblem(@Nullable String accept) {
		return accept != null && accept.toLowerCase(Locale.ROOT).contains(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
	}

}
