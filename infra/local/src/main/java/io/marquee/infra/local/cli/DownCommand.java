package io.marquee.infra.local.cli;

import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;

import io.marquee.infra.local.Home;
import io.marquee.infra.local.suite.Suite;
import io.marquee.infra.local.suite.SuiteLock;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

/**
 * Stops the suite.
 */
@Command(name = "down", description = "Stops everything. What it has stored stays.", mixinStandardHelpOptions = true)
final class DownCommand implements Callable<Integer> {

	@ParentCommand
	private Marquee marquee = new Marquee();

	@Override
	public Integer call() {
		Home home = this.marquee.home();
		try (SuiteLock _ = SuiteLock.take(home)) {
			Set<String> stopped = new Suite(home).stop();
			System.out.println(
					stopped.isEmpty() ? "Nothing runs." : "Stopped " + String.join(", ", new TreeSet<>(stopped)) + ".");
			return 0;
		}
	}

}
