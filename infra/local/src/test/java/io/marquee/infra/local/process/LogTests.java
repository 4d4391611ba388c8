package io.marquee.infra.local.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class LogTests {

	@TempDir
	private Path directory;

	@Test
	void endsWithItsLastLines() throws IOException {
		Path log = Files.writeString(this.directory.resolve("a.log"), "one\ntwo\nthree\n");

		assertThat(LogTail.of(log, 2)).containsExactly("two", "three");
	}

	@Test
	void isEmptyWhenThereIsNone() {
		assertThat(LogTail.of(this.directory.resolve("none.log"), 2)).isEmpty();
	}

	@Test
	void ofAServiceIsMadeReadable() {
		assertThat(LogLine.readable(
				"""
						{"@timestamp":"2026-11-22T15:32:12.464833312Z","log":{"level":"ERROR","logger":"a.b.Reporter"},\
						"message":"Port 8080 was already in use.","error":{"stack_trace":"java.net.BindException\\n\\tat x"}}"""))
			.isEqualTo(
					"2026-11-22T15:32:12.464 ERROR Reporter  Port 8080 was already in use.\njava.net.BindException\n\tat x");
	}

	@Test
	void ofAnythingElseStaysAsItIs() {
		assertThat(LogLine.readable("plain")).isEqualTo("plain");
		assertThat(LogLine.readable("{broken")).isEqualTo("{broken");
	}

}
