package io.marquee.infra.local.cli;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import io.marquee.infra.local.Addresses;
import io.marquee.infra.local.Home;
import io.marquee.infra.local.process.JavaCommand;
import io.marquee.infra.local.suite.Suite;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The commands as processes of their own, with a real Kafka and a real mail server.
 */
class CommandIT {

	/**
	 * A build in the background of a shell ignores SIGINT, and its children would inherit
	 * that.
	 */
	private static final List<String> HEEDS_INTERRUPTS = System.getProperty("os.name").equals("Linux")
			? List.of("env", "--default-signal=INT") : List.of();

	private static final Duration LONG = Duration.ofSeconds(60);

	@TempDir
	private Path directory;

	private Home home;

	private int offset;

	@BeforeEach
	void chooseFreePorts() {
		this.home = Home.inThisRepository(this.directory.resolve("state"));
		this.offset = FreeOffset.find();
	}

	@AfterEach
	void stopAll() {
		new Suite(this.home).stop();
	}

	@Test
	void upStartsOnceAndDownStops() throws Exception {
		assertThat(up().output()).contains("kafka", "mail", "ready", "Marquee runs.");
		assertThat(up())
			.isEqualTo(new Result(0, "It runs already. See ./marquee status; stop it with ./marquee down.\n"));
		Result status = run("status");
		assertThat(status.output()).containsPattern("kafka +ready").containsPattern("mail +ready");
		assertThat(status.exitCode()).isZero();
		assertThat(run("mail").output()).isEqualTo("The mailbox is empty.\n");
		assertThat(run("logs", "kafka", "-n", "500").output()).contains("Kafka Server started");

		assertThat(run("down")).isEqualTo(new Result(0, "Stopped kafka, mail.\n"));

		assertThat(new Suite(this.home).isAnythingRunning()).isFalse();
		assertThat(run("down")).isEqualTo(new Result(0, "Nothing runs.\n"));
		assertThat(run("status").exitCode()).isEqualTo(1);
	}

	@Test
	void upNamesABusyPortAndStartsNothing() throws Exception {
		int port = Addresses.KAFKA_PORT + this.offset;
		try (ServerSocket socket = new ServerSocket(port)) {
			Result result = up();

			assertThat(result.output()).contains("port " + socket.getLocalPort() + ", which kafka needs",
					"--port-offset");
			assertThat(result.exitCode()).isEqualTo(1);
			assertThat(new Suite(this.home).isAnythingRunning()).isFalse();
		}
	}

	@Test
	void upNamesAPartThatDiesAndStopsTheOthers() throws Exception {
		Files.createDirectories(this.home.data());
		Files.writeString(this.home.data().resolve("kafka"), "a file where its directory should be");

		Result result = up();

		assertThat(result.output()).contains("kafka died while starting.", "FileAlreadyExistsException",
				"Everything was stopped.");
		assertThat(result.exitCode()).isEqualTo(1);
		assertThat(new Suite(this.home).isAnythingRunning()).isFalse();
	}

	@Test
	void upStopsAllItHasStartedOnCtrlC() throws Exception {
		Process up = start("up", "--port-offset", String.valueOf(this.offset), "--only", "kafka,mail");
		Awaitility.await().atMost(LONG).until(() -> new Suite(this.home).process("kafka").isPresent());

		new ProcessBuilder("sh", "-c", "kill -INT " + up.pid()).start().waitFor();

		assertThat(up.waitFor(60, TimeUnit.SECONDS)).isTrue();
		assertThat(up.exitValue()).isNotZero();
		assertThat(new Suite(this.home).isAnythingRunning()).isFalse();
	}

	@Test
	void upCleansUpAfterOneThatWasKilled() throws Exception {
		Process killed = start("up", "--port-offset", String.valueOf(this.offset), "--only", "kafka,mail");
		Awaitility.await().atMost(LONG).until(() -> new Suite(this.home).process("kafka").isPresent());
		long orphan = new Suite(this.home).process("kafka").orElseThrow().pid();
		killed.destroyForcibly().waitFor();

		Result next = up();

		assertThat(next.output()).contains("Stopping what an earlier start has left behind.", "Marquee runs.");
		assertThat(new Suite(this.home).process("kafka").orElseThrow().pid()).isNotEqualTo(orphan);
	}

	@Test
	void aForegroundSuiteRevivesWhatDiesAndEndsWithItsCommand() throws Exception {
		Process up = start("up", "-f", "--port-offset", String.valueOf(this.offset), "--only", "mail");
		Suite suite = new Suite(this.home);
		Awaitility.await().atMost(LONG).until(suite::isRunning);
		long first = suite.process("mail").orElseThrow().pid();

		ProcessHandle.of(first).orElseThrow().destroyForcibly();

		Awaitility.await()
			.atMost(LONG)
			.until(() -> suite.process("mail").map((mail) -> mail.pid() != first).orElse(false));
		new ProcessBuilder("sh", "-c", "kill -INT " + up.pid()).start().waitFor();
		assertThat(up.waitFor(60, TimeUnit.SECONDS)).isTrue();
		assertThat(suite.isAnythingRunning()).isFalse();
	}

	private Result up() throws IOException, InterruptedException {
		return run("up", "--port-offset", String.valueOf(this.offset), "--only", "kafka,mail");
	}

	private Result run(String... arguments) throws IOException, InterruptedException {
		Process process = start(arguments);
		String output = new String(process.getInputStream().readAllBytes());
		return new Result(process.waitFor(), output);
	}

	private Process start(String... arguments) throws IOException {
		List<String> command = new ArrayList<>(HEEDS_INTERRUPTS);
		command.addAll(JavaCommand.main(List.of("-XX:TieredStopAtLevel=1"), System.getProperty("java.class.path"),
				Marquee.class.getName(), "--data=" + this.home.state()));
		command.addAll(List.of(arguments));
		return new ProcessBuilder(command).redirectErrorStream(true).start();
	}

	record Result(int exitCode, String output) {

	}

}
