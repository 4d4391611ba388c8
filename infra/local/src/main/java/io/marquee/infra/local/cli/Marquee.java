package io.marquee.infra.local.cli;

import java.nio.file.Path;

import io.marquee.infra.local.Home;
import io.marquee.infra.local.MarqueeException;
import io.marquee.infra.local.suite.StartFailure;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/**
 * The {@code ./marquee} command.
 */
@Command(name = "marquee", description = "Runs Marquee on this machine.", mixinStandardHelpOptions = true,
		version = "marquee 0.1.0", synopsisSubcommandLabel = "COMMAND",
		// The script hands it to infra/bench.
		footer = "  bench   Measures and attacks bookings, with processes of its own.",
		subcommands = { UpCommand.class, DownCommand.class, StatusCommand.class, LogsCommand.class, MailCommand.class,
				DemoCommand.class, TrainCommand.class })
public final class Marquee implements Runnable {

	@Option(names = "--data", paramLabel = "DIR", scope = ScopeType.INHERIT,
			description = "Where everything is kept (MARQUEE_HOME, or .marquee in the repository).")
	private @Nullable Path data;

	@CommandLine.Spec
	private CommandLine.Model.@Nullable CommandSpec spec;

	/**
	 * Runs a command.
	 * @param args the command line
	 */
	public static void main(String[] args) {
		System.exit(commandLine().execute(args));
	}

	static CommandLine commandLine() {
		return new CommandLine(new Marquee()).setCaseInsensitiveEnumValuesAllowed(true)
			.setExecutionExceptionHandler((exception, line, parsed) -> {
				if (exception instanceof MarqueeException told) {
					line.getErr().println(told.getMessage());
					line.getErr()
						.println(((told instanceof StartFailure) ? "Everything was stopped. " : "") + told.remedy());
					return 1;
				}
				throw exception;
			});
	}

	@Override
	public void run() {
		if (this.spec != null) {
			this.spec.commandLine().usage(System.out);
		}
	}

	Home home() {
		String root = System.getProperty("marquee.root");
		String chosen = (this.data != null) ? this.data.toString() : System.getenv("MARQUEE_HOME");
		if (root == null) {
			return Home.inThisRepository(Path.of((chosen != null) ? chosen : ".marquee"));
		}
		return new Home(Path.of(root), (chosen != null) ? Path.of(chosen) : Path.of(root, ".marquee"));
	}

}
