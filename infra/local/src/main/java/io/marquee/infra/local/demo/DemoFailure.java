package io.marquee.infra.local.demo;

/**
 * A step of the demo did not go as it should.
 */
final class DemoFailure extends RuntimeException {

	private final String whereToLook;

	DemoFailure(String problem, String whereToLook) {
		super(problem);
		this.whereToLook = whereToLook;
	}

	String whereToLook() {
		return this.whereToLook;
	}

}
