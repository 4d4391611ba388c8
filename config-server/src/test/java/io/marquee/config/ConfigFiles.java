package io.marquee.config;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * The files this server serves, read without it.
 */
final class ConfigFiles {

	private ConfigFiles() {
	}

	/**
	 * Lists the files' names without their ending.
	 * @return {@code application} and the services
	 */
	static List<String> names() {
		try {
			Resource[] files = new PathMatchingResourcePatternResolver().getResources("classpath:/config/*.yml");
			return Arrays.stream(files)
				.map((file) -> String.valueOf(file.getFilename()).replace(".yml", ""))
				.sorted()
				.toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Reads a file.
	 * @param name its name without the ending
	 * @return its values by their full key
	 */
	static Map<String, String> values(String name) {
		Map<String, String> values = new LinkedHashMap<>();
		Resource file = new PathMatchingResourcePatternResolver().getResource("classpath:/config/" + name + ".yml");
		try {
			new YamlPropertySourceLoader().load(name, file)
				.forEach((source) -> Arrays.stream(((EnumerablePropertySource<?>) source).getPropertyNames())
					.forEach((key) -> values.put(key, String.valueOf(source.getProperty(key)))));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return values;
	}

}
