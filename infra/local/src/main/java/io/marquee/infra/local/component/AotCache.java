package io.marquee.infra.local.component;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;

import io.marquee.infra.local.process.JavaCommand;
import io.marquee.infra.local.process.Launch;
import io.marquee.infra.local.process.Processes;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * The JDK's ahead-of-time cache of one service: its classes, already loaded and linked,
 * as a training run found them. It is valid for one jar, one set of flags and one JDK.
 */
final class AotCache {

	private static final Duration TRAINING_TIMEOUT = Duration.ofMinutes(15);

	private final Path directory;

	private final String service;

	AotCache(Path directory, String service) {
		this.directory = directory;
		this.service = service;
	}

	/** Trains the cache if it has not been. Without one a service starts all the same. */
	void train(ExtractedJar jar, List<String> flags, Map<String, String> environment, Processes processes,
			Consumer<String> progress) throws InterruptedException {
		Path file = file(jar, flags);
		Path failed = failure(file);
		if (Files.exists(file) || Files.exists(failed)) {
			return;
		}
		progress.accept("training its AOT cache");
		try {
			removeOld();
			Path part = file.resolveSibling(this.service + ".part");
			List<String> all = new ArrayList<>(flags);
			all.add("-XX:AOTCacheOutput=" + part);
			all.add("-Dspring.context.exit=onRefresh");
			int result = processes.run(new Launch("train-" + this.service, JavaCommand.jar(all, jar.program()),
					environment, this.directory), TRAINING_TIMEOUT);
			if (result == 0 && Files.exists(part)) {
				Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
			}
			else {
				Files.writeString(failed, "See the log train-" + this.service + ". Remove this file to try again.\n");
				progress.accept("no AOT cache: the training failed, see the log train-" + this.service);
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** The flags that use the cache, none if there is no cache. */
	List<String> flags(ExtractedJar jar, List<String> flags) {
		Path file = file(jar, flags);
		return Files.exists(file) ? List.of("-XX:AOTCache=" + file) : List.of();
	}

	private Path file(ExtractedJar jar, List<String> flags) {
		String validFor = String.join(" ", jar.stamp().text(), jar.program().toString(), flags.toString(),
				Runtime.version().toString());
		return this.directory.resolve(this.service + "-" + UUID.nameUUIDFromBytes(validFor.getBytes(UTF_8)) + ".aot");
	}

	private static Path failure(Path file) {
		return file.resolveSibling(file.getFileName() + ".failed");
	}

	private void removeOld() throws IOException {
		Files.createDirectories(this.directory);
		try (DirectoryStream<Path> old = Files.newDirectoryStream(this.directory, this.service + "[-.]*")) {
			for (Path path : old) {
				Files.delete(path);
			}
		}
	}

}
