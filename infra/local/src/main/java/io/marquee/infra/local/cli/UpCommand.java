package io.marquee.infra.local.cli;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;

import io.marquee.infra.local.Home;
import io.marquee.infra.local.component.Component;
import io.marquee.infra.local.component.Services;
import io.marquee.infra.local.component.StoreKind;
import io.marquee.infra.local.demo.Demo;
import io.marquee.infra.local.suite.PlainProgress;
import io.marquee.infra.local.suite.Progress;
import io.marquee.infra.local.suite.Suite;
import io.marquee.infra.local.suite.SuiteLock;
import io.marquee.infra.local.suite.SuiteOptions;
import io.marquee.infra.local.suite.SuiteState;
import io.marquee.infra.local.suite.Supervisor;
import io.marquee.infra.local.suite.TableProgress;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/**
 * Starts the suite.
 */
@Command(name = "up", description = "Starts everything, makes a booking to prove it, and leaves it running.",
		mixinStandardHelpOptions = true)
final class UpCommand implements Callable<Integer> {

	@ParentCommand
	private Marquee marquee = new Marquee();

	@Option(names = "--port-offset", paramLabel = "N", description = "Moves every port by N.")
	private int portOffset;

	@Option(names = "--store", paramLabel = "KIND", defaultValue = "disk",
			description = "Where documents are kept: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
	private StoreKind store = StoreKind.DISK;

	@Option(names = { "-f", "--foreground" },
			description = "Stays, starts again what dies, and stops everything on Ctrl-C.")
	private boolean foreground;

	@Option(names = "--no-demo", description = "Makes no booking at the end.")
	private boolean withoutDemo;

	@Option(names = "--no-training", description = "Trains no AOT caches for the next start in the background.")
	private boolean withoutTraining;

	@Option(names = "--only", paramLabel = "PART", split = ",", description = "Starts these parts only.")
	private Set<String> only = Set.of();

	@Override
	public Integer call() throws Exception {
		Home home = this.marquee.home();
		Suite suite = new Suite(home);
		try (SuiteLock lock = SuiteLock.take(home)) {
			if (suite.isRunning()) {
				System.out.println("It runs already. See ./marquee status; stop it with ./marquee down.");
				return 0;
			}
			Optional<SuiteState> finished = suite.state().filter(SuiteState::complete);
			if (finished.isPresent() && suite.isAnythingRunning()) {
				return revive(suite, finished.get());
			}
			if (suite.isAnythingRunning()) {
				System.out.println("Stopping what an earlier start has left behind.");
				new Suite(home).stop();
			}
			return up(home, suite, lock);
		}
	}

	private static int revive(Suite suite, SuiteState state) throws InterruptedException {
		try (Progress progress = progress()) {
			List<Component> revived = suite.revive(state, progress);
			System.out.println("Started again what had died: "
					+ String.join(", ", revived.stream().map(Component::name).toList()) + ".");
		}
		return 0;
	}

	private int up(Home home, Suite suite, SuiteLock lock) throws Exception {
		try (StopOnInterrupt interrupt = StopOnInterrupt.of(suite)) {
			List<Component> parts;
			try (Progress progress = progress()) {
				parts = suite.start(new SuiteOptions(this.portOffset, this.store, this.only, System.getenv()),
						progress);
			}
			System.out.println(Welcome.text(home, this.portOffset, parts));
			int result = (this.withoutDemo || !this.only.isEmpty()) ? 0
					: new Demo(home, this.portOffset, System.out).run();
			if (!this.withoutTraining && parts.stream().anyMatch((part) -> Services.names().contains(part.name()))) {
				suite.trainLater(TrainCommand.commandLine(home));
			}
			lock.close();
			if (this.foreground) {
				Supervisor supervisor = new Supervisor(suite, System.out::println);
				interrupt.first(supervisor::stop);
				System.out.println("Ctrl-C stops everything.");
				supervisor.watch(parts);
			}
			interrupt.disarm();
			return result;
		}
	}

	private static Progress progress() {
		// Whether the output is a terminal is known to the script alone.
		return Boolean.getBoolean("marquee.terminal") ? new TableProgress(System.out, System::currentTimeMillis)
				: new PlainProgress(System.out, System::currentTimeMillis);
	}

}
