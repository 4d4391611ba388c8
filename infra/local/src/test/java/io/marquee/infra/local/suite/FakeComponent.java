package io.marquee.infra.local.suite;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.marquee.infra.local.component.Component;
import io.marquee.infra.local.process.Launch;
import io.marquee.infra.local.process.Probe;

/**
 * A part that is a shell script; it is ready once it has written a file named after it.
 */
record FakeComponent(String name, Set<String> needs, Path directory, String script) implements Component {

	static FakeComponent wellBehaved(String name, Path directory, String... needs) {
		return new FakeComponent(name, Set.of(needs), directory, "touch ready-" + name + "; exec sleep 60");
	}

	@Override
	public List<Integer> ports() {
		return List.of();
	}

	@Override
	public Launch launch() {
		return new Launch(this.name, List.of("sh", "-c", this.script), Map.of(), this.directory);
	}

	@Override
	public Probe probe() {
		return () -> Files.exists(this.directory.resolve("ready-" + this.name));
	}

	@Override
	public Duration patience() {
		return Duration.ofSeconds(2);
	}

}
