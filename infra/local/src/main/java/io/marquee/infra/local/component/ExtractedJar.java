package io.marquee.infra.local.component;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import io.marquee.infra.local.MarqueeException;
import io.marquee.infra.local.process.JavaCommand;
import io.marquee.infra.local.process.Launch;
import io.marquee.infra.local.process.Processes;

/**
 * A Boot jar, extracted to a jar of the application's classes and its libraries beside
 * it.
 */
final class ExtractedJar {

	private final Path packed;

	private final Path apps;

	private final String service;

	private final Path directory;

	ExtractedJar(Path packed, Path apps, String service) {
		this.packed = packed;
		this.apps = apps;
		this.service = service;
		this.directory = apps.resolve(service);
	}

	/** The jar to run. */
	Path program() {
		return this.directory.resolve(this.packed.getFileName());
	}

	/** Which version of the jar it is. */
	Stamp stamp() {
		return Stamp.of(this.packed);
	}

	/** Does nothing when it has been done with this very jar. */
	void extract(Processes processes, Consumer<String> progress) throws InterruptedException {
		Stamp stamp = stamp();
		Path done = this.directory.resolve("extracted.stamp");
		if (stamp.isIn(done)) {
			return;
		}
		progress.accept("extracting");
		try {
			Directories.delete(this.directory);
			Files.createDirectories(this.apps);
			Launch extract = new Launch("extract-" + this.service,
					JavaCommand.jar(List.of("-Djarmode=tools", "-XX:TieredStopAtLevel=1"), this.packed, "extract",
							"--destination", this.directory.toString()),
					Map.of(), this.apps);
			if (processes.run(extract, Duration.ofMinutes(5)) != 0) {
				throw new MarqueeException(this.packed + " could not be extracted.",
						"See the log " + extract.name() + ".");
			}
			stamp.write(done);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
