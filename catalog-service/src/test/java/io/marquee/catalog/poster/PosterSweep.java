package io.marquee.catalog.poster;

import org.springframework.boot.test.context.TestComponent;

/**
 * Sweeps when a test wants it.
 */
@TestComponent
public class PosterSweep {

	private final SweepingPosters sweeping;

	PosterSweep(SweepingPosters sweeping) {
		this.sweeping = sweeping;
	}

	public void sweep() {
		this.sweeping.sweep();
	}

}
