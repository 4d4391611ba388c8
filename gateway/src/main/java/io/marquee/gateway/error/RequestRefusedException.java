package io.marquee.gateway.error;

import org.springframework.http.HttpStatus;

/**
 * A request the gateway itself refuses.
 */
public class RequestRefusedException extends RuntimeException {

	private final HttpStatus status;

	private final String code;

	/**
	 * Refuses a request.
	 * @param status the HTTP status
	 * @param code the stable code
	 * @param message what happened and what to do, for the client to read
	 */
	public RequestRefusedException(HttpStatus status, String code, String message) {
		// Refusals are ordinary, and where in the code they come from tells nothing.
		super(message, null, false, false);
		this.status = status;
		this.code = code;
	}

	HttpStatus status() {
		return this.status;
	}

	String code() {
		return this.code;
	}

}
