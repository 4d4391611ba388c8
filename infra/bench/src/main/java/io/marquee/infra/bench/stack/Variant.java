package io.marquee.infra.bench.stack;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

import io.marquee.infra.local.component.Component;
import io.marquee.infra.local.process.Launch;
import io.marquee.infra.local.process.Probe;
import io.marquee.infra.local.process.Processes;
import org.jspecify.annotations.Nullable;

/**
 * A part of the local platform under another name, with other settings: a second replica,
 * say.
 *
 * @param original the part
 * @param name the name it goes by here
 * @param port where a service listens instead, or null to leave it there
 * @param flags options of the JVM besides the usual ones, over which they win
 * @param environment variables besides the usual ones, over which they win
 */
record Variant(Component original, String name, @Nullable Integer port, List<String> flags,
		Map<String, String> environment) implements Component {

	static Variant of(Component original, Map<String, String> environment) {
		return new Variant(original, original.name(), null, List.of(), environment);
	}

	Variant with(String... more) {
		List<String> all = new ArrayList<>(this.flags);
		all.addAll(List.of(more));
		return new Variant(this.original, this.name, this.port, all, this.environment);
	}

	@Override
	public List<Integer> ports() {
		return (this.port != null) ? List.of(this.port) : this.original.ports();
	}

	@Override
	public Set<String> needs() {
		return this.original.needs();
	}

	@Override
	public void prepare(Processes processes, Consumer<String> progress) throws InterruptedException {
		this.original.prepare(processes, progress);
	}

	@Override
	public void train(Processes processes, Consumer<String> progress) throws InterruptedException {
		this.original.train(processes, progress);
	}

	@Override
	public Launch launch() {
		Launch launch = this.original.launch();
		// Of two equal options the JVM takes the last.
		List<String> command = new ArrayList<>(launch.command());
		int program = Math.max(command.indexOf("-jar"), command.indexOf("-cp"));
		command.addAll(program, this.flags);
		Map<String, String> variables = new HashMap<>(launch.environment());
		variables.putAll(this.environment);
		if (this.port != null) {
			variables.put("SERVER_PORT", String.valueOf(this.port));
		}
		return new Launch(this.name, command, variables, launch.directory());
	}

	@Override
	public Probe probe() {
		return (this.port != null) ? Probe.http(this.port, "/actuator/health/readiness") : this.original.probe();
	}

}
