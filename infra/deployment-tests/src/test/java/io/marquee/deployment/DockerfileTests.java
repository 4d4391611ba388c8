package io.marquee.deployment;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The image recipe, line by line.
 */
class DockerfileTests {

	private static final String OPTIONS = "@/app/jvm.options";

	private final List<String> instructions = instructions();

	@Test
	void everyStageThatRunsAServiceEndsWithoutRoot() {
		String user = "";
		for (String instruction : this.instructions) {
			if (instruction.startsWith("USER ")) {
				user = instruction.substring("USER ".length());
			}
			if (instruction.startsWith("ENTRYPOINT ")) {
				assertThat(user).matches("[1-9]\\d*:[1-9]\\d*");
			}
		}
		assertThat(this.instructions.getLast()).startsWith("ENTRYPOINT ");
	}

	@Test
	void entrypointsAreTheJvmItself() {
		assertThat(this.instructions).filteredOn((line) -> line.startsWith("ENTRYPOINT "))
			.hasSize(2)
			.allMatch((line) -> line.startsWith("ENTRYPOINT [\"java\", \"" + OPTIONS + "\""));
	}

	@Test
	void theCacheIsTrainedAndUsedWithTheSameOptionsAndJar() {
		String training = this.instructions.stream()
			.filter((line) -> line.contains("-XX:AOTCacheOutput="))
			.findFirst()
			.orElseThrow();
		assertThat(training).contains("java " + OPTIONS
				+ " -XX:AOTCacheOutput=/app/service.aot -Dspring.context.exit=onRefresh" + " -jar /app/service.jar");
		assertThat(this.instructions.getLast()).isEqualTo("ENTRYPOINT [\"java\", \"" + OPTIONS
				+ "\", \"-XX:AOTCache=/app/service.aot\", \"-jar\", \"/app/service.jar\"]");
	}

	@Test
	void theJvmOptionsAreThoseOfTheLocalPlatformButForTheHeap() {
		String flags = Repository.read("infra/local/src/main/java/io/marquee/infra/local/component/JvmFlags.java");
		String service = flags.substring(flags.indexOf("List<String> service("));
		List<String> local = Pattern.compile("\"(-[^\"]+)\"")
			.matcher(service.substring(0, service.indexOf("}")))
			.results()
			.map((flag) -> flag.group(1))
			.filter((flag) -> !flag.startsWith("-Xmx"))
			.toList();
		List<String> image = Repository.read("infra/docker/jvm.options")
			.lines()
			.filter((line) -> !line.startsWith("#") && !line.startsWith("-XX:MaxRAMPercentage="))
			.toList();
		assertThat(local).isNotEmpty();
		assertThat(image).containsExactlyInAnyOrderElementsOf(local);
	}

	@Test
	void trainingNamesEverySecretAServiceInsistsOn() {
		Set<String> given = new TreeSet<>();
		Repository.read("infra/docker/training.env").lines().forEach((line) -> given.add(line.split("=")[0]));
		for (ServiceModule service : Repository.services()) {
			Set<String> secrets = new TreeSet<>(service.requiredVariables());
			secrets.removeIf((name) -> !ServiceModule.isSecret(name));
			assertThat(given).as(service.name()).containsAll(secrets);
		}
	}

	@Test
	void noSecretIsBakedIn() {
		assertThat(this.instructions).noneMatch((line) -> line.startsWith("ENV ") || line.startsWith("ADD "))
			.filteredOn((line) -> line.startsWith("COPY "))
			.noneMatch((line) -> line.contains(".env"));
	}

	@Test
	void whatIsCopiedIsLetIntoTheContext() {
		List<String> ignore = Repository.read("infra/docker/Dockerfile.dockerignore").lines().toList();
		assertThat(ignore.stream().filter((line) -> !line.startsWith("#")).findFirst()).contains("*");
		for (String file : List.of("jvm.options", "ready", "training.env")) {
			assertThat(Repository.ROOT.resolve("infra/docker").resolve(file)).exists();
			assertThat(ignore).contains("!infra/docker/" + file);
			assertThat(String.join("\n", this.instructions)).contains("infra/docker/" + file);
		}
	}

	@Test
	void everyServiceBuildsTheJarThatTheRecipeExpects() {
		for (ServiceModule service : Repository.services()) {
			String pom = Repository.read(service.folder() + "/pom.xml");
			assertThat(pom).as(service.name())
				.contains("<artifactId>" + service.name() + "</artifactId>", "spring-boot-maven-plugin")
				.containsAnyOf("<finalName>${project.artifactId}</finalName>",
						"<finalName>" + service.name() + "</finalName>");
		}
	}

	private static List<String> instructions() {
		List<String> instructions = new ArrayList<>();
		StringBuilder instruction = new StringBuilder();
		for (String line : Repository.read("infra/docker/Dockerfile").lines().toList()) {
			if (line.isBlank() || line.startsWith("#")) {
				continue;
			}
			boolean goesOn = line.endsWith("\\");
			instruction.append(goesOn ? line.substring(0, line.length() - 1).strip() + " " : line.strip());
			if (!goesOn) {
				instructions.add(instruction.toString());
				instruction.setLength(0);
			}
		}
		return instructions;
	}

}
