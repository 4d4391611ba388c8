package io.marquee.infra.local.component;

import java.util.List;
import java.util.Map;
import java.util.Set;

import io.marquee.infra.local.Addresses;
import io.marquee.infra.local.kafka.KafkaBrokerApplication;
import io.marquee.infra.local.process.JavaCommand;
import io.marquee.infra.local.process.Launch;
import io.marquee.infra.local.process.Probe;

/**
 * The real Kafka broker: one node that is its own controller.
 */
public final class KafkaBroker implements Component {

	public static final String NAME = "kafka";

	private final Site site;

	public KafkaBroker(Site site) {
		this.site = site;
	}

	@Override
	public String name() {
		return NAME;
	}

	@Override
	public List<Integer> ports() {
		return List.of(port(), controllerPort());
	}

	@Override
	public Set<String> needs() {
		return Set.of();
	}

	@Override
	public Launch launch() {
		return new Launch(NAME,
				JavaCommand.main(JvmFlags.modest("192m"), OwnClassPath.of(this.site.home()),
						KafkaBrokerApplication.class.getName(), String.valueOf(port()),
						String.valueOf(controllerPort()), this.site.home().data().resolve("kafka").toString()),
				Map.of(), this.site.home().data());
	}

	@Override
	public Probe probe() {
		return Probe.tcp(port());
	}

	private int port() {
		return this.site.addresses().port(Addresses.KAFKA_PORT);
	}

	private int controllerPort() {
		return this.site.addresses().port(Addresses.KAFKA_CONTROLLER_PORT);
	}

}
