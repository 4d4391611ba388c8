package io.marquee.infra.local.component;

import java.util.List;
import java.util.Map;
import java.util.Set;

import io.marquee.infra.local.Addresses;
import io.marquee.infra.local.mail.MailServerApplication;
import io.marquee.infra.local.process.JavaCommand;
import io.marquee.infra.local.process.Launch;
import io.marquee.infra.local.process.Probe;

/**
 * SMTP in, HTTP view of the mailbox out.
 */
public final class MailServer implements Component {

	public static final String NAME = "mail";

	private final Site site;

	public MailServer(Site site) {
		this.site = site;
	}

	@Override
	public String name() {
		return NAME;
	}

	@Override
	public List<Integer> ports() {
		return List.of(httpPort(), smtpPort());
	}

	@Override
	public Set<String> needs() {
		return Set.of();
	}

	@Override
	public Launch launch() {
		return new Launch(NAME,
				JavaCommand.main(JvmFlags.modest("64m"), OwnClassPath.of(this.site.home()),
						MailServerApplication.class.getName(), String.valueOf(smtpPort()), String.valueOf(httpPort()),
						this.site.home().data().resolve("mail").toString()),
				Map.of(), this.site.home().data());
	}

	@Override
	public Probe probe() {
		return Probe.http(httpPort(), "/health");
	}

	private int smtpPort() {
		return this.site.addresses().port(Addresses.SMTP_PORT);
	}

	private int httpPort() {
		return this.site.addresses().port(Addresses.MAIL_PORT);
	}

}
