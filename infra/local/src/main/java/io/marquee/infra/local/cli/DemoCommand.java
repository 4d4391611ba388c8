package io.marquee.infra.local.cli;

import java.util.concurrent.Callable;

import io.marquee.infra.local.Home;
import io.marquee.infra.local.MarqueeException;
import io.marquee.infra.local.demo.Demo;
import io.marquee.infra.local.suite.Suite;
import io.marquee.infra.local.suite.SuiteState;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

/**
 * Makes a booking.
 */
@Command(name = "demo", description = "Makes a booking through the gateway and shows each step.",
		mixinStandardHelpOptions = true)
final class DemoCommand implements Callable<Integer> {

	@ParentCommand
	private Marquee marquee = new Marquee();

	@Override
	public Integer call() throws Exception {
		Home home = this.marquee.home();
		SuiteState state = new Suite(home).state()
			.orElseThrow(() -> new MarqueeException("Nothing runs.", "Start it: ./marquee up"));
		return new Demo(home, state.portOffset(), System.out).run();
	}

}
