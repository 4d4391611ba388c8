package io.marquee.infra.local.cli;

import java.util.List;
import java.util.concurrent.Callable;

import io.marquee.infra.local.Home;
import io.marquee.infra.local.component.StoreKind;
import io.marquee.infra.local.process.JavaCommand;
import io.marquee.infra.local.suite.PlainProgress;
import io.marquee.infra.local.suite.Suite;
import io.marquee.infra.local.suite.SuiteState;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

/**
 * Trains the AOT caches.
 */
@Command(name = "train",
		description = "Trains the caches that make starts fast; up does it in the background by itself.",
		mixinStandardHelpOptions = true)
final class TrainCommand implements Callable<Integer> {

	@ParentCommand
	private Marquee marquee = new Marquee();

	@Override
	public Integer call() throws InterruptedException {
		Suite suite = new Suite(this.marquee.home());
		SuiteState state = suite.state().orElse(SuiteState.ofAll(StoreKind.DISK));
		suite.train(state, new PlainProgress(System.out, System::currentTimeMillis));
		return 0;
	}

	/** The command line of this command, for a process of its own. */
	static List<String> commandLine(Home home) {
		return JavaCommand.main(
				List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx64m",
						"-Dmarquee.root=" + home.repository()),
				System.getProperty("java.class.path"), Marquee.class.getName(), "--data=" + home.state(), "train");
	}

}
