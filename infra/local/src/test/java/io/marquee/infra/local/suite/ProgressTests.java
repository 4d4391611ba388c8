package io.marquee.infra.local.suite;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.concurrent.atomic.AtomicLong;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ProgressTests {

	private final ByteArrayOutputStream written = new ByteArrayOutputStream();

	private final PrintStream out = new PrintStream(this.written);

	private final AtomicLong millis = new AtomicLong(5_000);

	@Test
	void addsLinesWhereThereIsNoTerminal() {
		PlainProgress progress = new PlainProgress(this.out, this.millis::get);

		progress.changed("kafka", Phase.WAITING, "");
		progress.changed("kafka", Phase.STARTING, "");
		this.millis.addAndGet(2_500);
		progress.changed("kafka", Phase.READY, "");

		assertThat(this.written.toString().lines()).containsExactly("   0.0 s  kafka                 starting",
				"   2.5 s  kafka                 ready");
	}

	@Test
	void drawsATableInPlaceOnATerminal() {
		try (TableProgress progress = new TableProgress(this.out, this.millis::get)) {
			progress.changed("kafka", Phase.WAITING, "");
			progress.changed("mail", Phase.WAITING, "");
			progress.changed("kafka", Phase.STARTING, "");
			this.millis.addAndGet(2_500);
			progress.changed("kafka", Phase.READY, "");
		}
		String last = this.written.toString().substring(this.written.toString().lastIndexOf("\u001B[2A"));

		assertThat(last).containsPattern("kafka +ready .*2\\.5 s").containsPattern("mail +waiting");
	}

}
