package io.marquee.platform.web;

import java.time.Duration;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;

/**
 * A failure the caller is told about, with a stable code.
 */
public class ApiException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final HttpStatus status;

	private final String code;

	private final transient List<FieldProblem> errors;

	private final @Nullable Duration retryAfter;

	/**
	 * Creates a failure that names no field.
	 * @param status the HTTP status
	 * @param code the stable, documented code in upper snake case
	 * @param message what happened and what to do, for people
	 */
	public ApiException(HttpStatus status, String code, String message) {
		this(status, code, message, List.of());
	}

	/**
	 * Creates a failure that names fields.
	 * @param status the HTTP status
	 * @param code the stable, documented code in upper snake case
	 * @param message what happened and what to do, for people
	 * @param errors the fields concerned
	 */
	public ApiException(HttpStatus status, String code, String message, List<FieldProblem> errors) {
		this(status, code, message, errors, null, null);
	}

	/**
	 * Creates a failure in full.
	 * @param status the HTTP status
	 * @param code the stable, documented code in upper snake case
	 * @param message what happened and what to do, for people
	 * @param errors the fields concerned
	 * @param retryAfter when to try again, sent as {@code Retry-After}
	 * @param cause why, for the log only
	 */
	public ApiException(HttpStatus status, String code, String message, List<FieldProblem> errors,
			@Nullable Duration retryAfter, @Nullable Throwable cause) {
		super(message, cause);
		this.status = status;
		this.code = code;
		this.errors = List.copyOf(errors);
		this.retryAfter = retryAfter;
	}

	/**
	 * A request that cannot be taken as it is.
	 * @param errors what is wrong, by field
	 * @return the failure: 400, {@code VALIDATION_FAILED}
	 */
	public static ApiException invalid(List<FieldProblem> errors) {
		return new ApiException(HttpStatus.BAD_REQUEST, ErrorAdvice.INVALID,
				"The request is not valid; see errors for each field", errors);
	}

	/**
	 * A request that cannot be taken as it is, for one reason.
	 * @param field the field concerned
	 * @param message what is wrong with it
	 * @return the failure: 400, {@code VALIDATION_FAILED}
	 */
	public static ApiException invalid(String field, String message) {
		return invalid(List.of(new FieldProblem(field, message)));
	}

	/**
	 * The HTTP status.
	 * @return the status
	 */
	public HttpStatus status() {
		return this.status;
	}

	/**
	 * The stable code.
	 * @return the code
	 */
	public String code() {
		return this.code;
	}

	/**
	 * What to tell the caller.
	 * @return the message
	 */
	public String message() {
		return (getMessage() != null) ? getMessage() : this.code;
	}

	/**
	 * The fields concerned.
	 * @return the fields, maybe none
	 */
	public List<FieldProblem> errors() {
		return this.errors;
	}

	/**
	 * When to try again.
	 * @return the time to wait, or null
	 */
	public @Nullable Duration retryAfter() {
		return this.retryAfter;
	}

}
