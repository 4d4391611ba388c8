package io.marquee.infra.local.suite;

import java.nio.file.Path;
import java.util.List;

import io.marquee.infra.local.component.StoreKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class SuiteStateTests {

	@TempDir
	private Path directory;

	@Test
	void isReadAsItWasWritten() {
		SuiteState state = new SuiteState(1000, StoreKind.MEMORY, List.of("kafka", "mail"), true);

		state.write(file());

		assertThat(SuiteState.read(file())).contains(state);
	}

	@Test
	void isNotThereBeforeTheFirstStart() {
		assertThat(SuiteState.read(file())).isEmpty();
	}

	private Path file() {
		return this.directory.resolve("deep/state.properties");
	}

}
