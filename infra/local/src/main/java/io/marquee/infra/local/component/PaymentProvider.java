package io.marquee.infra.local.component;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.marquee.infra.local.Addresses;
import io.marquee.infra.local.process.JavaCommand;
import io.marquee.infra.local.process.Launch;
import io.marquee.infra.local.process.Probe;

/**
 * The simulated payment provider.
 */
public final class PaymentProvider implements Component {

	public static final String NAME = "payments";

	private static final Set<String> SECRETS = Set.of("MARQUEE_PAYMENTS_API_KEY", "MARQUEE_PAYMENTS_WEBHOOK_SECRET");

	private final Site site;

	public PaymentProvider(Site site) {
		this.site = site;
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
		Path jar = this.site.home().repository().resolve("infra/payments/target/payments.jar");
		Map<String, String> environment = new HashMap<>(this.site.secrets().only(SECRETS));
		environment.put("SERVER_PORT", String.valueOf(port()));
		environment.put("MARQUEE_PAYMENTS_WEBHOOK_URL",
				this.site.addresses().http(Addresses.BOOKING_PORT) + "/api/v1/payments/webhooks/simulated");
		environment.put("MARQUEE_PAYMENTS_DATA", this.site.home().data().resolve("payments").toString());
		return new Launch(NAME, JavaCommand.jar(JvmFlags.modest("128m"), jar), environment, this.site.home().data());
	}

	@Override
	public Probe probe() {
		return Probe.tcp(port());
	}

	private int port() {
		return this.site.addresses().port(Addresses.PAYMENTS_PORT);
	}

}
