package io.marquee.infra.local.component;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import io.marquee.infra.local.MarqueeException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class StampTests {

	@TempDir
	private Path directory;

	@Test
	void isThatOfTheSameFileOnly() throws IOException {
		Path jar = Files.writeString(this.directory.resolve("a.jar"), "one");
		Path remembered = this.directory.resolve("stamp");
		Stamp.of(jar).write(remembered);

		assertThat(Stamp.of(jar).isIn(remembered)).isTrue();
		Files.writeString(jar, "another");
		assertThat(Stamp.of(jar).isIn(remembered)).isFalse();
	}

	@Test
	void saysWhatToDoAboutAMissingFile() {
		assertThatExceptionOfType(MarqueeException.class).isThrownBy(() -> Stamp.of(this.directory.resolve("no.jar")))
			.withMessageContaining("no.jar is not there")
			.satisfies((failure) -> assertThat(failure.remedy()).contains("mvn"));
	}

}
