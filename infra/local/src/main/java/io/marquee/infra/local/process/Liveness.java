package io.marquee.infra.local.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Whether a process lives. A zombie does not: in a container whose first process collects
 * no orphans, a stopped server stays one for ever, and {@link ProcessHandle} still calls
 * it alive.
 */
final class Liveness {

	private Liveness() {
	}

	static boolean isAlive(ProcessHandle handle) {
		return handle.isAlive() && !isZombie(handle.pid());
	}

	private static boolean isZombie(long pid) {
		try {
			String stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
			return stat.charAt(stat.lastIndexOf(')') + 2) == 'Z';
		}
		catch (IOException | IndexOutOfBoundsException ex) {
			// Not Linux, or gone meanwhile.
			return false;
		}
	}

}
