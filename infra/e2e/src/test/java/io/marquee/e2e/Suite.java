package io.marquee.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Starts the whole suite once, by the command a newcomer types, on ports of its own, and
 * stops it after the last test.
 */
public class Suite implements BeforeAllCallback, ParameterResolver {

	/** Below the ports that the system gives to outgoing connections. */
	private static final int OFFSET = 4_500;

	private static final Path ROOT = Path.of(System.getProperty("marquee.root", "../..")).toAbsolutePath().normalize();

	private static final Path HOME = Path.of(System.getProperty("marquee.home", "target/marquee")).toAbsolutePath();

	private static final long UP_MINUTES = 10;

	private Map<String, String> secrets = Map.of();

	@Override
	public void beforeAll(ExtensionContext context) {
		context.getRoot()
			.getStore(ExtensionContext.Namespace.GLOBAL)
			.computeIfAbsent(Running.class, (type) -> new Running(), Running.class);
		this.secrets = readSecrets();
	}

	@Override
	public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
		return parameter.getParameter().getType() == Suite.class;
	}

	@Override
	public Suite resolveParameter(ParameterContext parameter, ExtensionContext context) {
		return this;
	}

	/** The gateway's address. */
	String gateway() {
		return address(8080);
	}

	/** The address of the process whose ordinary port this is. */
	String address(int port) {
		return "http://localhost:" + (port + OFFSET);
	}

	/** Where the store listens. */
	String store() {
		return "mongodb://localhost:" + (27017 + OFFSET);
	}

	/** The password of the demo users. */
	String demoPassword() {
		return secret("MARQUEE_DEMO_PASSWORD");
	}

	String secret(String name) {
		return this.secrets.get(name);
	}

	/** What the processes have logged, by file. */
	Map<String, String> logs() {
		Map<String, String> logs = new HashMap<>();
		try (var files = Files.list(HOME.resolve("logs"))) {
			for (Path file : files.filter((path) -> path.getFileName().toString().endsWith(".log")).toList()) {
				logs.put(file.getFileName().toString(), Files.readString(file, StandardCharsets.ISO_8859_1));
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return logs;
	}

	/** Kills a process as an operator's worst day would. */
	void kill(String process) {
		try (var files = Files.walk(HOME)) {
			Path file = files.filter((path) -> path.getFileName().toString().equals(process + ".pid"))
				.findFirst()
				.orElseThrow();
			long pid = Long.parseLong(Files.readString(file).strip().split("\\s+")[0]);
			ProcessHandle handle = ProcessHandle.of(pid).orElseThrow();
			handle.destroyForcibly();
			handle.onExit().get(10, TimeUnit.SECONDS);
		}
		catch (Exception ex) {
			throw new IllegalStateException("Cannot kill " + process, ex);
		}
	}

	/** Runs {@code ./marquee …} and gives its output. */
	static String marquee(String... arguments) {
		List<String> command = new ArrayList<>(List.of(ROOT.resolve("marquee").toString()));
		command.addAll(List.of(arguments));
		command.addAll(List.of("--data", HOME.toString()));
		ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true).directory(ROOT.toFile());
		try {
			Path output = Files.createTempFile("marquee", ".out");
			Process process = builder.redirectOutput(output.toFile()).start();
			assertThat(process.waitFor(UP_MINUTES, TimeUnit.MINUTES)).as("ends in time: " + command).isTrue();
			String text = Files.readString(output);
			Files.delete(output);
			System.out.println(text);
			assertThat(process.exitValue()).as(String.join(" ", arguments) + " said:\n" + text).isZero();
			return text;
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	private static Map<String, String> readSecrets() {
		Map<String, String> secrets = new HashMap<>();
		try {
			for (String line : Files.readAllLines(HOME.resolve("secrets.env"))) {
				int equals = line.indexOf('=');
				if (equals > 0 && !line.startsWith("#")) {
					secrets.put(line.substring(0, equals), line.substring(equals + 1));
				}
			}
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
		return secrets;
	}

	/** Up with the first test class, down after the last. */
	private static final class Running implements AutoCloseable {

		private Running() {
			Runtime.getRuntime().addShutdownHook(new Thread(this::close));
			marquee("up", "--no-training", "--no-demo", "--port-offset", Integer.toString(OFFSET));
		}

		@Override
		public synchronized void close() {
			marquee("down");
		}

	}

}
