package io.marquee.infra.local.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The {@code marquee} script in a repository of its own, with a JDK and a Maven that only
 * say what they were called with.
 */
final class Script {

	private final Path repository;

	private final Path jdk;

	Script(Path directory) throws IOException {
		this.repository = Files.createDirectories(directory.resolve("repository"));
		this.jdk = directory.resolve("jdk");
		Path original = Path.of("").toAbsolutePath().resolve("../../marquee").normalize();
		executable(this.repository.resolve("marquee"), Files.readString(original));
		executable(this.jdk.resolve("bin/java"), "#!/bin/sh\necho \"java $@\"\n");
		release(25);
		executable(directory.resolve("bin/mvn"),
				"#!/bin/sh\necho '[INFO] Building everything'\nmkdir -p shop/target infra/local/target\n"
						+ "touch shop/target/shop.jar infra/local/target/local.jar\n");
		write("pom.xml", "<modules>\n<module>shop</module>\n<module>infra/local</module>\n</modules>");
		write("shop/pom.xml", "");
		write("shop/src/main/java/Shop.java", "");
		write("infra/local/pom.xml", "");
		write("infra/local/src/main/java/Local.java", "");
	}

	void release(int version) throws IOException {
		Files.writeString(this.jdk.resolve("release"), "JAVA_VERSION=\"" + version + ".0.1\"\n");
	}

	Path write(String file, String content) throws IOException {
		Path path = this.repository.resolve(file);
		Files.createDirectories(path.getParent());
		return Files.writeString(path, content);
	}

	/** As if no JDK of this machine were new enough. */
	void requireAJdkThatIsNowhere() throws IOException {
		Path script = this.repository.resolve("marquee");
		Files.writeString(script, Files.readString(script).replace("required=25", "required=99"));
	}

	Result run(String... arguments) throws IOException, InterruptedException {
		String[] command = new String[arguments.length + 1];
		command[0] = this.repository.resolve("marquee").toString();
		System.arraycopy(arguments, 0, command, 1, arguments.length);
		ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
		Map<String, String> environment = builder.environment();
		environment.put("JAVA_HOME", this.jdk.toString());
		environment.put("PATH", this.jdk.resolveSibling("bin") + ":" + System.getenv("PATH"));
		Process process = builder.start();
		String output = new String(process.getInputStream().readAllBytes());
		assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
		return new Result(process.exitValue(), output);
	}

	private static void executable(Path file, String content) throws IOException {
		Files.createDirectories(file.getParent());
		Files.writeString(file, content);
		Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
	}

	record Result(int exitCode, String output) {

	}

}
