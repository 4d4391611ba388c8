package io.marquee.infra.local.component;

import java.util.Locale;

/**
 * Where the stand-in for MongoDB keeps its documents.
 */
public enum StoreKind {

	/** On disk: they survive a restart. */
	DISK,

	/** In memory: faster, and gone at the end. */
	MEMORY;

	/**
	 * The value of {@code --store}.
	 * @return the value
	 */
	public String option() {
		return name().toLowerCase(Locale.ROOT);
	}

	@Override
	public String toString() {
		return option();
	}

}
