package io.marquee.infra.local.component;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;

import io.marquee.infra.local.MarqueeException;
import io.marquee.infra.local.process.Launch;
import io.marquee.infra.local.process.Processes;

/**
 * Keycloak's program: unpacked from its distribution, and built once for the database we
 * use, which spares a third of every start.
 */
public final class KeycloakInstallation {

	private static final Duration BUILD_TIMEOUT = Duration.ofMinutes(5);

	private final Path archive;

	private final Path directory;

	/**
	 * Describes an installation.
	 * @param archive the distribution, a zip file
	 * @param directory where it is unpacked to
	 */
	public KeycloakInstallation(Path archive, Path directory) {
		this.archive = archive;
		this.directory = directory;
	}

	Path libraries() {
		return this.directory.resolve("lib");
	}

	/** Does nothing when it has been done with this very archive. */
	void install(Processes processes, Consumer<String> progress) throws InterruptedException {
		Stamp stamp = Stamp.of(this.archive);
		Path done = this.directory.resolve("built.stamp");
		if (stamp.isIn(done)) {
			return;
		}
		try {
			progress.accept("unpacking");
			Directories.delete(this.directory);
			Archives.unzip(this.archive, this.directory);
			progress.accept("building, once");
			build(processes);
			stamp.write(done);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private void build(Processes processes) throws InterruptedException, IOException {
		Files.createDirectories(this.directory.resolve("data"));
		Launch build = new Launch("keycloak-build",
				KeycloakServer.command(this, this.directory, "build", "--db=dev-file"), Map.of(), this.directory);
		int result = processes.run(build, BUILD_TIMEOUT);
		if (result != 0) {
			throw new MarqueeException("Keycloak could not be built.", "See the log keycloak-build.");
		}
	}

}
