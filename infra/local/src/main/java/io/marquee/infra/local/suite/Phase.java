package io.marquee.infra.local.suite;

import java.util.Locale;

/**
 * How far a part of the suite has come.
 */
public enum Phase {

	WAITING, PREPARING, STARTING, READY, FAILED;

	@Override
	public String toString() {
		return name().toLowerCase(Locale.ROOT);
	}

}
