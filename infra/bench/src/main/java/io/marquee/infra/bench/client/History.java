package io.marquee.infra.bench.client;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** All that clients asked and were told. */
public final class History {

	private final Queue<Step> steps = new ConcurrentLinkedQueue<>();

	void add(Step step) {
		this.steps.add(step);
	}

	/**
	 * Everything so far.
	 * @return the steps
	 */
	public List<Step> steps() {
		return List.copyOf(this.steps);
	}

	/**
	 * How much there is so far.
	 * @return the number of steps
	 */
	public int size() {
		return this.steps.size();
	}

}
