package io.marquee.infra.local.component;

import java.util.List;
import java.util.Map;
import java.util.Set;

import io.marquee.infra.local.Addresses;
import io.marquee.infra.local.process.JavaCommand;
import io.marquee.infra.local.process.Launch;
import io.marquee.infra.local.process.Probe;

/**
 * The real Zipkin, with the traces in memory. It is started last: nothing waits for it.
 */
public final class ZipkinServer implements Component {

	public static final String NAME = "zipkin";

	private final Site site;

	private final Set<String> needs;

	public ZipkinServer(Site site, Set<String> needs) {
		this.site = site;
		this.needs = needs;
	}

	@Override
	public String name() {
		return NAME;
	}

	@Override
	public List<Integer> ports() {
		return List.of(port());
	}

	@Override
	public Set<String> needs() {
		return this.needs;
	}

	@Override
	public Launch launch() {
		return new Launch(NAME,
				JavaCommand.jar(JvmFlags.modest("160m"), this.site.home().distributions().resolve("zipkin-server.jar")),
				Map.of("QUERY_PORT", String.valueOf(port()), "MEM_MAX_SPANS", "50000", "SELF_TRACING_ENABLED", "false"),
				this.site.home().data());
	}

	@Override
	public Probe probe() {
		return Probe.http(port(), "/health");
	}

	private int port() {
		return this.site.addresses().port(Addresses.ZIPKIN_PORT);
	}

}
