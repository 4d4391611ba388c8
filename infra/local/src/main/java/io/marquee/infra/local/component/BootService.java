package io.marquee.infra.local.component;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

import io.marquee.infra.local.process.JavaCommand;
import io.marquee.infra.local.process.Launch;
import io.marquee.infra.local.process.Probe;
import io.marquee.infra.local.process.Processes;

/**
 * A Spring Boot service: its jar extracted, because neither class path checks nor the AOT
 * cache work on nested jars, and started from an AOT cache.
 */
public final class BootService implements Component {

	private final ServiceDefinition definition;

	private final Site site;

	private final ExtractedJar jar;

	private final AotCache cache;

	public BootService(ServiceDefinition definition, Site site) {
		this.definition = definition;
		this.site = site;
		Path state = site.home().state();
		Path packed = site.home()
			.repository()
			.resolve(definition.name())
			.resolve("target")
			.resolve(definition.name() + ".jar");
		this.jar = new ExtractedJar(packed, state.resolve("apps"), definition.name());
		this.cache = new AotCache(state.resolve("aot"), definition.name());
	}

	@Override
	public String name() {
		return this.definition.name();
	}

	@Override
	public List<Integer> ports() {
		return List.of(port());
	}

	@Override
	public Set<String> needs() {
		return this.definition.needs();
	}

	@Override
	public void prepare(Processes processes, Consumer<String> progress) throws InterruptedException {
		this.jar.extract(processes, progress);
	}

	@Override
	public void train(Processes processes, Consumer<String> progress) throws InterruptedException {
		this.jar.extract(processes, progress);
		this.cache.train(this.jar, flags(), environment(), processes, progress);
	}

	@Override
	public Launch launch() {
		List<String> all = new ArrayList<>(flags());
		all.addAll(this.cache.flags(this.jar, flags()));
		return new Launch(name(), JavaCommand.jar(all, this.jar.program()), environment(), this.site.home().data());
	}

	@Override
	public Probe probe() {
		return Probe.http(port(), "/actuator/health/readiness");
	}

	private List<String> flags() {
		String heap = this.definition.heap();
		return Services.isBusy(name()) ? JvmFlags.busy(heap) : JvmFlags.modest(heap);
	}

	private Map<String, String> environment() {
		Map<String, String> all = new HashMap<>(this.site.addresses().environment());
		all.putAll(this.site.secrets().only(this.definition.secrets()));
		all.putAll(this.definition.settings());
		all.put("SERVER_PORT", String.valueOf(port()));
		return all;
	}

	private int port() {
		return this.site.addresses().port(this.definition.port());
	}

}
