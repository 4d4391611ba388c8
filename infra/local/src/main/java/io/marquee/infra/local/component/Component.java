package io.marquee.infra.local.component;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

import io.marquee.infra.local.process.Launch;
import io.marquee.infra.local.process.Probe;
import io.marquee.infra.local.process.Processes;

/**
 * A part of the suite that runs as one process.
 */
public interface Component {

	String name();

	/**
	 * The ports it listens on, its main one first.
	 * @return the ports
	 */
	List<Integer> ports();

	/**
	 * The parts that must be ready before this one is started. Those not in the suite,
	 * such as a store given from outside, do not count.
	 * @return their names
	 */
	Set<String> needs();

	/**
	 * Work before the first start and after a change: unpacking, building.
	 * @param processes to run it with
	 * @param progress is told what is being done
	 * @throws InterruptedException when interrupted
	 */
	default void prepare(Processes processes, Consumer<String> progress) throws InterruptedException {
	}

	/**
	 * Work that makes later starts faster and may be left undone.
	 * @param processes to run it with
	 * @param progress is told what is being done
	 * @throws InterruptedException when interrupted
	 */
	default void train(Processes processes, Consumer<String> progress) throws InterruptedException {
	}

	Launch launch();

	/**
	 * Whether it is ready for its clients.
	 * @return the probe
	 */
	Probe probe();

	/**
	 * How long a start may take before it counts as failed.
	 * @return the time
	 */
	default Duration patience() {
		return Duration.ofSeconds(150);
	}

}
