package io.marquee.infra.local.suite;

/**
 * Is told how a start goes on.
 */
public interface Progress extends AutoCloseable {

	/** For callers who want to hear nothing. */
	Progress NONE = (name, phase, detail) -> {
	};

	/**
	 * A part has come further.
	 * @param name the part
	 * @param phase how far
	 * @param detail what is being done, or an empty string
	 */
	void changed(String name, Phase phase, String detail);

	@Override
	default void close() {
	}

}
