package io.marquee.infra.local.process;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * A process to be started.
 *
 * @param name its name, also that of its log
 * @param command the program and its arguments
 * @param environment what it gets besides {@link BaseEnvironment}
 * @param directory its working directory
 */
public record Launch(String name, List<String> command, Map<String, String> environment, Path directory) {

	public Launch {
		command = List.copyOf(command);
		environment = Map.copyOf(environment);
	}

	/** Leaves the environment out: it holds secrets. */
	@Override
	public String toString() {
		return this.name + ": " + String.join(" ", this.command);
	}

}
