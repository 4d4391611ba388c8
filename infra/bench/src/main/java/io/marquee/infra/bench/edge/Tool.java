package io.marquee.infra.bench.edge;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;

import io.marquee.infra.local.MarqueeException;

/**
 * Programs of the system that are measured with, and never installed by us.
 */
final class Tool {

	private Tool() {
	}

	/**
	 * Finds a program.
	 * @param name its name
	 * @return its file
	 * @throws MarqueeException if it is not installed
	 */
	static String find(String name) {
		// Debian keeps servers where not every user's PATH leads.
		Stream<String> places = Stream.concat(Arrays.stream(System.getenv("PATH").split(File.pathSeparator)),
				Stream.of("/usr/sbin", "/usr/local/sbin"));
		return places.map((directory) -> Path.of(directory, name))
			.filter(Files::isExecutable)
			.findFirst()
			.map(Path::toString)
			.orElseThrow(() -> new MarqueeException(name + " is not installed; --edge measures with wrk and nginx.",
					"Install it with the system's package manager, such as: apt-get install " + name));
	}

}
