package io.marquee.infra.local.component;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import io.marquee.infra.local.MarqueeException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class StampTests {

	@TempDir
	private Path directory;

	@Test
	void isRememberedByWhatWasMadeFromTheArchive() throws IOException {
		Path remembered = this.directory.resolve("stamp");
		Stamp.of(jar("one", 1_000_000)).write(remembered);

		assertThat(Stamp.of(jar("one", 1_000_000)).isIn(remembered)).isTrue();
		assertThat(Stamp.of(jar("two", 1_000_000)).isIn(remembered)).isFalse();
	}

	@Test
	void staysTheSameWhenTheSameIsBuiltAgain() throws IOException {
		Stamp first = Stamp.of(jar("one", 1_000_000));

		assertThat(Stamp.of(jar("one", 9_000_000))).isEqualTo(first);
	}

	@Test
	void saysWhatToDoAboutAMissingFile() {
		assertThatExceptionOfType(MarqueeException.class).isThrownBy(() -> Stamp.of(this.directory.resolve("no.jar")))
			.withMessageContaining("no.jar is not there")
			.satisfies((failure) -> assertThat(failure.remedy()).contains("mvn"));
	}

	private Path jar(String content, long time) throws IOException {
		Path jar = this.directory.resolve("a.jar");
		try (OutputStream out = Files.newOutputStream(jar); ZipOutputStream zip = new ZipOutputStream(out)) {
			ZipEntry entry = new ZipEntry("A.class");
			entry.setTime(time);
			zip.putNextEntry(entry);
			zip.write(content.getBytes());
		}
		return jar;
	}

}
