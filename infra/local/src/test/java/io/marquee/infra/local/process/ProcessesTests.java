package io.marquee.infra.local.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

class ProcessesTests {

	private static final Duration SOON = Duration.ofSeconds(5);

	@TempDir
	private Path directory;

	private Processes processes;

	@BeforeEach
	void create() {
		this.processes = new Processes(runs(), this.directory.resolve("logs"));
	}

	@AfterEach
	void stopAll() {
		this.processes.stop(this.processes.running(), Duration.ZERO);
	}

	@Test
	void areFoundAgainByAnotherCommand() {
		ManagedProcess started = start("sleeper", "exec sleep 60");

		Processes later = new Processes(runs(), this.directory.resolve("logs"));

		assertThat(later.find("sleeper")).map(ManagedProcess::pid).contains(started.pid());
		assertThat(later.running()).extracting(ManagedProcess::name).containsExactly("sleeper");
	}

	@Test
	void areNotTakenForALaterProcessWithTheSamePid() throws IOException {
		ManagedProcess other = start("other", "exec sleep 60");
		Files.writeString(runs().resolve("mine.pid"),
				other.pid() + " " + Instant.now().minusSeconds(3600).getEpochSecond());

		assertThat(this.processes.find("mine")).isEmpty();
		this.processes.stop(List.of(), Duration.ZERO);
		assertThat(other.isAlive()).isTrue();
	}

	@Test
	void areForgottenWhenTheirFileIsBroken() throws IOException {
		Files.createDirectories(runs());
		Files.writeString(runs().resolve("broken.pid"), "12");

		assertThat(this.processes.running()).isEmpty();
		assertThat(runs().resolve("broken.pid")).doesNotExist();
	}

	@Test
	void endWhenAsked() {
		ManagedProcess process = start("polite", "exec sleep 60");

		assertThat(this.processes.stop(List.of(process), SOON)).isEmpty();
		assertThat(process.isAlive()).isFalse();
		assertThat(runs().resolve("polite.pid")).doesNotExist();
	}

	@Test
	void areKilledWhenTheyDoNotEnd() {
		ManagedProcess process = start("stubborn", "trap '' TERM; echo trapped; while true; do sleep 1; done");
		Awaitility.await().until(() -> LogTail.of(process.log(), 1).contains("trapped"));

		List<ManagedProcess> killed = this.processes.stop(List.of(process), Duration.ofMillis(300));

		assertThat(killed).containsExactly(process);
		assertThat(process.isAlive()).isFalse();
	}

	@Test
	void takeTheirChildrenWithThem() {
		ManagedProcess parent = start("parent", "sleep 60 & echo child $!; wait");
		Awaitility.await().until(() -> !LogTail.of(parent.log(), 1).isEmpty());
		long child = Long.parseLong(LogTail.of(parent.log(), 1).getFirst().substring("child ".length()));

		this.processes.stop(List.of(parent), SOON);

		Awaitility.await().until(() -> ProcessHandle.of(child).filter(Liveness::isAlive).isEmpty());
	}

	@Test
	void getTheirOwnVariablesAndNoneOfOurs() {
		ManagedProcess process = start("printer", "env");
		Awaitility.await().until(() -> !process.isAlive());

		List<String> names = LogTail.of(process.log(), 100).stream().map((line) -> line.split("=")[0]).toList();

		assertThat(names).contains("MARQUEE_SECRET", "PATH")
			.isSubsetOf("MARQUEE_SECRET", "PATH", "HOME", "USER", "LANG", "LC_ALL", "TZ", "TMPDIR", "PWD", "OLDPWD",
					"SHLVL", "_", "MALLOC_ARENA_MAX");
	}

	@Test
	void areLedByASessionOfTheirOwn() throws IOException {
		ManagedProcess process = start("leader", "exec sleep 60");
		Path stat = Path.of("/proc/" + process.pid() + "/stat");
		assumeTrue(Files.exists(stat));

		Awaitility.await().untilAsserted(() -> {
			String[] fields = Files.readString(stat).replaceFirst(".*\\) ", "").split(" ");
			assertThat(fields[3]).as("session").isEqualTo(String.valueOf(process.pid()));
		});
	}

	@Test
	void areNotStartedOnceStoppingHasBegun() {
		this.processes.close();

		assertThatIllegalStateException().isThrownBy(() -> start("late", "exec sleep 60"));
	}

	@Test
	void keepTheLogOfTheRunBefore() {
		Awaitility.await().until(() -> !start("talker", "echo first").isAlive());
		ManagedProcess second = start("talker", "echo second");

		Awaitility.await().until(() -> LogTail.of(second.log(), 5).equals(List.of("second")));
		assertThat(this.directory.resolve("logs/talker.previous.log")).exists();
	}

	@Test
	void reportTheResultOfWork() throws InterruptedException {
		assertThat(this.processes.run(Shell.script("work", this.directory, "exit 3"), SOON)).isEqualTo(3);
		assertThat(this.processes.find("work")).isEmpty();
	}

	@Test
	void giveWorkUpThatTakesTooLong() throws InterruptedException {
		Launch work = Shell.script("work", this.directory, "exec sleep 60");

		assertThat(this.processes.run(work, Duration.ofMillis(100))).isEqualTo(-1);
		assertThat(this.processes.running()).isEmpty();
	}

	private ManagedProcess start(String name, String script) {
		ManagedProcess process = this.processes.start(Shell.script(name, this.directory, script));
		Awaitility.await().until(() -> Files.exists(runs().resolve(name + ".pid")));
		return process;
	}

	private Path runs() {
		return this.directory.resolve("run");
	}

}
