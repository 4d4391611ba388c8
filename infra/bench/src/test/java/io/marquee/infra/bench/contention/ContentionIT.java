package io.marquee.infra.bench.contention;

import java.nio.file.Path;

import io.marquee.infra.bench.stack.Stack;
import io.marquee.infra.bench.verify.Findings;
import io.marquee.infra.bench.verify.Verifier;
import io.marquee.infra.local.Home;
import io.marquee.infra.local.suite.Progress;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ContentionIT {

	/** Below the ports that the system gives to outgoing connections. */
	private static final int PORT_OFFSET = 5_200;

	@Test
	void keepsEveryPromiseToManyBuyersWhileAProcessIsKilled() throws Exception {
		Home home = Home.inThisRepository(Path.of("target/marquee"));
		try (Stack stack = Stack.start(Contention.plan(PORT_OFFSET, "-XX:TieredStopAtLevel=1"), home, Progress.NONE)) {
			long seed = System.nanoTime();
			Contention.Outcome outcome = new Contention(stack, Size.SMALL, seed, System.out::println).run();
			System.out.println(new ContentionReport(outcome));
			Findings findings = Verifier.of(stack).verify(outcome.history(), outcome.outages());
			System.out.println(findings);
			assertThat(findings.broken()).as("seed %d%n%s", seed, findings).isEmpty();
			// Nothing is proven by a run in which nothing happened.
			assertThat(outcome.outages()).hasSize(Size.SMALL.kills());
			for (String rule : new String[] { "no seat is promised to two at a time",
					"a 409 names seats that are taken", "only a killed process owes an answer",
					"a cancelled booking stays cancelled", "a hold given back is over and costs nothing",
					"the same key has the same answer" }) {
				assertThat(findings.examined(rule)).as(rule).isPositive();
			}
		}
	}

}
