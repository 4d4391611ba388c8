package io.marquee.infra.local.component;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.marquee.infra.local.Addresses;
import io.marquee.infra.local.process.JavaCommand;
import io.marquee.infra.local.process.Launch;
import io.marquee.infra.local.process.Probe;

/**
 * The stand-in for MongoDB.
 */
public final class MongoStore implements Component {

	public static final String NAME = "mongo-store";

	private final Site site;

	private final StoreKind kind;

	public MongoStore(Site site, StoreKind kind) {
		this.site = site;
		this.kind = kind;
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
		return Set.of();
	}

	@Override
	public Launch launch() {
		Path jar = this.site.home().repository().resolve("infra/store/target/store-exec.jar");
		return new Launch(NAME, JavaCommand.jar(JvmFlags.busy("384m"), jar, "--port=" + port(),
				"--store=" + this.kind.option(), "--data=" + this.site.home().data().resolve("mongo")), Map.of(),
				this.site.home().data());
	}

	@Override
	public Probe probe() {
		return Probe.tcp(port());
	}

	private int port() {
		return this.site.addresses().port(Addresses.MONGODB_PORT);
	}

}
