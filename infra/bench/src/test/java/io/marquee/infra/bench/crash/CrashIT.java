package io.marquee.infra.bench.crash;

import java.nio.file.Path;
import java.util.Set;

import io.marquee.infra.local.Home;
import io.marquee.infra.local.suite.Progress;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class CrashIT {

	/** Below the ports that the system gives to outgoing connections. */
	private static final int PORT_OFFSET = 5_200;

	/**
	 * Before each write: with those after each it takes twice as long, see
	 * {@code ./marquee bench --crashes}.
	 */
	@Test
	void comesThroughADeathAtAnyWriteAsIfNothingHadHappened() throws Exception {
		Home home = Home.inThisRepository(Path.of("target/marquee"));
		CrashTest.Outcome outcome = new CrashTest(PORT_OFFSET, 2, Set.of(CrashPoint.Moment.BEFORE), home,
				System.out::println)
			.run(Progress.NONE);
		System.out.println(outcome.findings());
		assertThat(outcome.findings().broken()).as(outcome.findings().toString()).isEmpty();
		// Hold: key, booking, answer. Confirmation: key, payment begun, paid, answer.
		// Cancellation: cancelled, refunded.
		assertThat(outcome.deaths()).hasSizeGreaterThanOrEqualTo(3 + 4 + 2);
		assertThat(outcome.deaths()).extracting((death) -> death.writes().getLast())
			.contains("insert idempotency", "insert bookings", "update bookings", "update idempotency");
	}

}
