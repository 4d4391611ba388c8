package io.marquee.infra.payments;

/** A request that is answered with an error. */
final class Refusal extends RuntimeException {

	private final int status;

	private final String code;

	Refusal(int status, String code, String message) {
		super(message, null, false, false);
		this.status = status;
		this.code = code;
	}

	int status() {
		return this.status;
	}

	String code() {
		return this.code;
	}

}
