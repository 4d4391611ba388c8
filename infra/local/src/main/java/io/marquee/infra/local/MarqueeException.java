package io.marquee.infra.local;

import org.jspecify.annotations.Nullable;

/**
 * Something the person at the keyboard has to know: what is wrong and what helps, without
 * a stack trace.
 */
public class MarqueeException extends RuntimeException {

	private final String remedy;

	public MarqueeException(String problem, String remedy) {
		this(problem, remedy, null);
	}

	public MarqueeException(String problem, String remedy, @Nullable Throwable cause) {
		super(problem, cause);
		this.remedy = remedy;
	}

	public String remedy() {
		return this.remedy;
	}

}
