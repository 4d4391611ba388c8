package io.marquee.infra.bench.crash;

/**
 * A moment to die at.
 *
 * @param flow during what
 * @param moment before or after a write
 * @param write which write, from 1
 */
public record CrashPoint(Flow flow, Moment moment, int write) {

	/** What the client does meanwhile. */
	public enum Flow {

		HOLD_AND_CONFIRM, CANCEL

	}

	/** When, as the store sees it. */
	public enum Moment {

		/** The store never hears of the write. */
		BEFORE,
		/** The store has done the write, and nobody learns of it. */
		AFTER

	}

	@Override
	public String toString() {
		return this.flow + " " + this.moment + " write " + this.write;
	}

}
