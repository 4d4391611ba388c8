package io.marquee.infra.local.suite;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

import io.marquee.infra.local.component.Component;
import io.marquee.infra.local.process.Processes;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class StartupTests {

	@TempDir
	private Path directory;

	private Processes processes;

	private final List<String> ready = new CopyOnWriteArrayList<>();

	@BeforeEach
	void create() {
		this.processes = new Processes(this.directory.resolve("run"), this.directory.resolve("logs"));
	}

	@AfterEach
	void stopAll() {
		this.processes.stop(this.processes.running(), Duration.ZERO);
	}

	@Test
	void startsAPartWhenWhatItNeedsIsReady() throws InterruptedException {
		start(2, FakeComponent.wellBehaved("shop", this.directory, "store", "elsewhere"),
				FakeComponent.wellBehaved("store", this.directory));

		assertThat(this.ready).containsExactly("store", "shop");
	}

	@Test
	void startsAllThoughThereIsOneSlotOnly() throws InterruptedException {
		start(1, FakeComponent.wellBehaved("shop", this.directory, "store"),
				FakeComponent.wellBehaved("store", this.directory), FakeComponent.wellBehaved("mail", this.directory));

		assertThat(this.ready).containsExactlyInAnyOrder("store", "shop", "mail");
	}

	@Test
	void namesThePartThatDiesAndShowsItsLastWords() {
		Component dying = new FakeComponent("mortal", Set.of(), this.directory, "echo Address already in use; exit 1");

		assertThatExceptionOfType(StartFailure.class)
			.isThrownBy(() -> start(2, FakeComponent.wellBehaved("store", this.directory), dying))
			.withMessageContainingAll("mortal died while starting", "Address already in use")
			.satisfies((failure) -> assertThat(failure.remedy()).contains("--port-offset"));
	}

	@Test
	void namesThePartThatDiesAfterItWasReady() {
		Component dying = new FakeComponent("mortal", Set.of(), this.directory, "touch ready-mortal; sleep 0.5");
		Component slow = new FakeComponent("slow", Set.of(), this.directory, "exec sleep 60");

		assertThatExceptionOfType(StartFailure.class).isThrownBy(() -> start(2, dying, slow))
			.withMessageContaining("mortal died while starting");
	}

	@Test
	void namesThePartThatDoesNotGetReady() {
		Component slow = new FakeComponent("slow", Set.of(), this.directory, "exec sleep 60");

		assertThatExceptionOfType(StartFailure.class).isThrownBy(() -> start(2, slow))
			.withMessageContaining("slow was not ready after 2 s");
	}

	private void start(int slots, Component... components) throws InterruptedException {
		new Startup(List.of(components), this.processes, (name, phase, detail) -> {
			if (phase == Phase.READY) {
				this.ready.add(name);
			}
		}, slots).run();
	}

}
