package io.marquee.infra.local.suite;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import io.marquee.infra.local.MarqueeException;
import io.marquee.infra.local.process.LogLine;
import io.marquee.infra.local.process.LogTail;
import io.marquee.infra.local.process.ManagedProcess;

/**
 * A part did not come up. The message ends with the last lines of its log.
 */
public final class StartFailure extends MarqueeException {

	private static final int LINES = 15;

	/** What logs say of troubles that have a known remedy. */
	private static final Map<String, String> REMEDIES = Map.of("lready in use",
			"Stop the program that has the port, or move all ports: ./marquee up --port-offset 1000",
			"OutOfMemoryError",
			"Its heap is too small for what it is asked to do: see the service table in infra/local.",
			"No space left on device", "Make room on the disk.", "Could not reserve enough space",
			"The machine has too little free memory: the suite takes about 3 GiB.");

	private final String part;

	private StartFailure(ManagedProcess process, String problem, List<String> tail) {
		super(problem + " Last lines of " + process.log() + ":\n    " + indented(tail), remedy(process, tail));
		this.part = process.name();
	}

	static StartFailure died(ManagedProcess process) {
		return new StartFailure(process, process.name() + " died while starting.", LogTail.of(process.log(), LINES));
	}

	static StartFailure notReady(ManagedProcess process, Duration patience) {
		return new StartFailure(process, process.name() + " was not ready after " + patience.toSeconds() + " s.",
				LogTail.of(process.log(), LINES));
	}

	private static String indented(List<String> tail) {
		List<String> readable = tail.stream().map(LogLine::readable).flatMap(String::lines).toList();
		return String.join("\n    ", readable.subList(Math.max(0, readable.size() - 2 * LINES), readable.size()));
	}

	public String part() {
		return this.part;
	}

	private static String remedy(ManagedProcess process, List<String> tail) {
		String text = String.join("\n", tail);
		return REMEDIES.entrySet()
			.stream()
			.filter((entry) -> text.contains(entry.getKey()))
			.map(Map.Entry::getValue)
			.findFirst()
			.orElse("Read its whole log with ./marquee logs " + process.name()
					+ " -n 200, mend it, then ./marquee up.");
	}

}
