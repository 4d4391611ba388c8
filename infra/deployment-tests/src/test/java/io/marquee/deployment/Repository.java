package io.marquee.deployment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The files of this repository.
 */
final class Repository {

	private static final Pattern MODULE = Pattern.compile("<module>([^<]+)</module>");

	static final Path ROOT = root();

	private Repository() {
	}

	static String read(String path) {
		try {
			return Files.readString(ROOT.resolve(path));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	static List<Path> files(Path folder, String ending) {
		if (!Files.isDirectory(folder)) {
			return List.of();
		}
		try (Stream<Path> files = Files.walk(folder)) {
			return files.filter(Files::isRegularFile)
				.filter((file) -> file.toString().endsWith(ending))
				.sorted()
				.toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * The services: the modules at the top of the repository. What is shared or around
	 * them lives in {@code platform} and {@code infra}.
	 */
	static List<ServiceModule> services() {
		return MODULE.matcher(read("pom.xml"))
			.results()
			.map((module) -> module.group(1))
			.filter((module) -> !module.contains("/"))
			.map(ServiceModule::new)
			.toList();
	}

	static List<String> serviceNames() {
		return services().stream().map(ServiceModule::name).toList();
	}

	static String property(String name) {
		MatchResult property = Pattern.compile("<" + Pattern.quote(name) + ">([^<]+)<")
			.matcher(read("pom.xml"))
			.results()
			.findFirst()
			.orElseThrow();
		return property.group(1);
	}

	private static Path root() {
		Path folder = Path.of("").toAbsolutePath();
		while (!Files.isDirectory(folder.resolve("k8s"))) {
			folder = folder.getParent();
		}
		return folder;
	}

}
