package io.marquee.config;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

class ConfigFilesTests {

	private static final Pattern SECRET = Pattern
		.compile("(?i).*(secret|passw|credential|private|token|api-?key|\\bkey\\b|salt).*");

	private static final Pattern SECRET_VALUE = Pattern.compile("(?i).*(\\{cipher}|-----begin|bearer |://[^/]*@).*");

	private static final Pattern SETTINGS = Pattern.compile(
			"@ConfigurationProperties\\(\"([^\"]+)\"\\)\\s+(?:public )?record \\w+\\((.*?)\\)\\s*\\{", Pattern.DOTALL);

	static List<String> files() {
		return ConfigFiles.names();
	}

	@Test
	void thereIsAFileForAllAndOneForEachServiceWithPolicies() {
		assertThat(files()).contains("application", "gateway", "auth-service", "catalog-service", "booking-service",
				"notification-service");
	}

	@ParameterizedTest
	@MethodSource("files")
	void everyFileParsesAndSaysSomething(String name) {
		assertThat(ConfigFiles.values(name)).isNotEmpty();
	}

	@ParameterizedTest
	@MethodSource("files")
	void noFileHoldsASecretOrAnAddress(String name) {
		ConfigFiles.values(name).forEach((key, value) -> {
			assertThat(key).doesNotMatch(SECRET);
			assertThat(value).as(key).doesNotMatch(SECRET_VALUE).doesNotContain("://", "localhost");
		});
	}

	@ParameterizedTest
	@ValueSource(strings = { "marquee.payments.api-key", "marquee.otp.key", "spring.mail.password",
			"login-client-secret", "partner.token" })
	void knowsASecretWhenItSeesOne(String key) {
		assertThat(key).matches(SECRET);
	}

	/** A value under a name nobody reads is a value that lies. */
	@ParameterizedTest
	@MethodSource("files")
	void everyPolicyIsOneTheServiceReads(String name) throws IOException {
		Path module = Path.of("..", name.equals("application") ? "platform" : name);
		assumeThat(module).as("the service's sources, absent where this module is built alone").isDirectory();
		List<String> declared = declaredSettings(module);
		List<String> ours = ConfigFiles.values(name)
			.keySet()
			.stream()
			.filter((key) -> key.startsWith("marquee."))
			.toList();

		assertThat(ours).allSatisfy((key) -> assertThat(declared).anyMatch((prefix) -> key.startsWith(prefix)));
	}

	private static List<String> declaredSettings(Path module) throws IOException {
		try (Stream<Path> files = Files.walk(module)) {
			return files
				.filter((file) -> file.toString().contains("src/main/java") && file.toString().endsWith(".java"))
				.flatMap(ConfigFilesTests::settingsIn)
				.toList();
		}
	}

	private static Stream<String> settingsIn(Path file) {
		try {
			Matcher settings = SETTINGS.matcher(Files.readString(file));
			return settings.results()
				.flatMap((match) -> components(match.group(2)).map((name) -> match.group(1) + "." + name));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static Stream<String> components(String parameters) {
		// The last word before a comma or the end is a component's name.
		return Pattern.compile("(\\w+)\\s*(?:,|$)")
			.matcher(parameters.strip())
			.results()
			.map((match) -> match.group(1).replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT));
	}

}
