package io.marquee.infra.local;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where things are: the repository with what Maven has built, and the directory that
 * holds everything the local platform keeps.
 *
 * @param repository the root of the repository
 * @param state the state directory, {@code .marquee} unless told otherwise
 */
public record Home(Path repository, Path state) {

	public Home {
		repository = repository.toAbsolutePath().normalize();
		state = state.toAbsolutePath().normalize();
	}

	/**
	 * The repository that the working directory lies in, for tests that run in a module.
	 * @param state the state directory to use
	 * @return a home in that repository
	 */
	public static Home inThisRepository(Path state) {
		Path directory = Path.of("").toAbsolutePath();
		while (directory != null && !Files.isDirectory(directory.resolve("infra/local"))) {
			directory = directory.getParent();
		}
		if (directory == null) {
			throw new MarqueeException("This is not run inside the Marquee repository.",
					"Run it from the repository, or set -Dmarquee.root.");
		}
		return new Home(directory, state);
	}

	/**
	 * Jars of the infrastructure processes, put there by this module's build.
	 * @return the directory
	 */
	public Path libraries() {
		return this.repository.resolve("infra/local/target/lib");
	}

	/**
	 * The servers that come as one file.
	 * @return the directory
	 */
	public Path distributions() {
		return this.repository.resolve("infra/local/target/dist");
	}

	public Path runs() {
		return this.state.resolve("run");
	}

	public Path logs() {
		return this.state.resolve("logs");
	}

	public Path data() {
		return this.state.resolve("data");
	}

}
