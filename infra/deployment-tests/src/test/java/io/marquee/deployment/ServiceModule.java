package io.marquee.deployment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A process as its own sources describe it: the truth the deployment files are held to.
 */
record ServiceModule(String folder) {

	private static final String DEFAULTS = "platform/service-defaults/src/main/resources/marquee-defaults.yml";

	private static final Pattern VARIABLE = Pattern.compile("MARQUEE_[A-Z][A-Z0-9_]*");

	private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{(MARQUEE_[A-Z0-9_]+)(:([^{}]*))?}");

	private static final Pattern PORT = Pattern.compile("\\$\\{SERVER_PORT:(\\d+)}");

	String name() {
		return Path.of(this.folder).getFileName().toString();
	}

	String applicationName() {
		return String.valueOf(configuration().get("spring.application.name"));
	}

	int port() {
		Object port = configuration().get("server.port");
		Matcher matcher = PORT.matcher(String.valueOf(port));
		if (!matcher.matches()) {
			throw new IllegalStateException(
					this.folder + ": server.port is " + port + ", not ${SERVER_PORT:<default>}");
		}
		return Integer.parseInt(matcher.group(1));
	}

	/**
	 * How long a shutdown phase may take: as the service says, else the platform's
	 * default, else Spring's.
	 */
	long shutdownSeconds() {
		String property = "spring.lifecycle.timeout-per-shutdown-phase";
		String time = String.valueOf(configuration().getOrDefault(property,
				usesServiceDefaults() ? Yaml.flat(Repository.read(DEFAULTS)).getOrDefault(property, "30s") : "30s"));
		return Duration.parse("PT" + time).toSeconds();
	}

	Map<String, Object> configuration() {
		return Yaml.flat(Repository.read(this.folder + "/src/main/resources/application.yml"));
	}

	private boolean usesServiceDefaults() {
		return Repository.read(this.folder + "/pom.xml").contains("<artifactId>service-defaults</artifactId>");
	}

	/**
	 * Every variable that is named anywhere in what this process runs.
	 */
	Set<String> variables() {
		Set<String> variables = new TreeSet<>();
		sources()
			.forEach((source) -> VARIABLE.matcher(source).results().forEach((name) -> variables.add(name.group())));
		return variables;
	}

	/**
	 * The variables that a deployment has to set: those without a default, and those
	 * whose default is good on a developer's machine only.
	 */
	Set<String> requiredVariables() {
		Map<String, Boolean> placeholders = new TreeMap<>();
		sources().forEach((source) -> PLACEHOLDER.matcher(source).results().forEach((variable) -> {
			String standIn = variable.group(3);
			boolean required = standIn == null || standIn.contains("localhost");
			placeholders.merge(variable.group(1), required, Boolean::logicalOr);
		}));
		Set<String> required = new TreeSet<>(variables());
		// Named in code or in a message without a placeholder: a secret the service asks
		// for by name.
		required.removeIf((name) -> !placeholders.getOrDefault(name, isSecret(name)));
		if (takesTypesOfServiceDefaultsOnly()) {
			required.removeAll(clientVariables());
		}
		return required;
	}

	/**
	 * Without the libraries of service-defaults, its settings for their clients lie idle,
	 * but for Kafka's, from which it learns of revoked tokens.
	 */
	private boolean takesTypesOfServiceDefaultsOnly() {
		return Repository.read(this.folder + "/pom.xml")
			.replaceAll("\\s+", "")
			.contains("<groupId>*</groupId><artifactId>*</artifactId>");
	}

	private static Set<String> clientVariables() {
		Set<String> variables = new TreeSet<>();
		Yaml.flat(Repository.read(DEFAULTS)).forEach((key, value) -> {
			if (key.matches("spring\\.(mongodb|security\\.oauth2\\.client)\\..*")) {
				VARIABLE.matcher(String.valueOf(value)).results().forEach((name) -> variables.add(name.group()));
			}
		});
		return variables;
	}

	/**
	 * Variables of Spring Boot itself, which it reads without being told.
	 */
	static boolean isSpringsOwn(String name) {
		return name.equals("MANAGEMENT_SERVER_PORT");
	}

	static boolean isSecret(String name) {
		return name.matches(".*_(SECRET|KEYS?|PASSWORD)") || name.equals("MARQUEE_MONGODB_URI");
	}

	private List<String> sources() {
		List<Path> folders = new ArrayList<>();
		folders.add(Repository.ROOT.resolve(this.folder).resolve("src/main"));
		if (usesServiceDefaults()) {
			folders.add(Repository.ROOT.resolve("platform/service-defaults/src/main"));
		}
		List<String> sources = new ArrayList<>();
		for (Path root : folders) {
			for (String ending : List.of(".java", ".yml", ".yaml", ".properties")) {
				Repository.files(root, ending).stream().map(ServiceModule::text).forEach(sources::add);
			}
		}
		for (String served : List.of("application.yml", name() + ".yml")) {
			Path file = Repository.ROOT.resolve("config-server/src/main/resources/config").resolve(served);
			if (Files.exists(file)) {
				sources.add(text(file));
			}
		}
		return sources;
	}

	private static String text(Path file) {
		try {
			return Files.readString(file);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
