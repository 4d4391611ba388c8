package io.marquee.infra.local.process;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Small processes for tests.
 */
final class Shell {

	private Shell() {
	}

	static Launch script(String name, Path directory, String script) {
		return new Launch(name, List.of("sh", "-c", script), Map.of("MARQUEE_SECRET", "hush"), directory);
	}

}
