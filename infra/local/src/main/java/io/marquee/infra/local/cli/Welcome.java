package io.marquee.infra.local.cli;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import io.marquee.infra.local.Addresses;
import io.marquee.infra.local.Home;
import io.marquee.infra.local.Secrets;
import io.marquee.infra.local.component.Component;

/**
 * What one wants to know once the suite runs.
 */
final class Welcome {

	private Welcome() {
	}

	static String text(Home home, int portOffset, List<Component> parts) {
		Addresses addresses = new Addresses(portOffset, System.getenv());
		Set<String> running = parts.stream().map(Component::name).collect(Collectors.toSet());
		StringBuilder text = new StringBuilder("\nMarquee runs.\n");
		line(text, running, "gateway", "API", addresses.http(Addresses.GATEWAY_PORT) + "/api/v1");
		line(text, running, "gateway", "API docs", addresses.http(Addresses.GATEWAY_PORT) + "/docs");
		line(text, running, "mail", "Mailbox", addresses.http(Addresses.MAIL_PORT));
		line(text, running, "zipkin", "Traces", addresses.http(Addresses.ZIPKIN_PORT) + "/zipkin");
		line(text, running, "discovery", "Registry", addresses.http(Addresses.DISCOVERY_PORT));
		line(text, running, "keycloak", "Keycloak", addresses.keycloak());
		if (running.contains("gateway")) {
			String password = Secrets.in(home.state().resolve("secrets.env")).get(Secrets.DEMO_PASSWORD);
			text.append("\n  Log in as user@marquee.example, staff@marquee.example or admin@marquee.example,\n")
				.append("  password ")
				.append(password)
				.append("\n");
		}
		return text.toString();
	}

	private static void line(StringBuilder text, Set<String> running, String part, String what, String address) {
		if (running.contains(part)) {
			text.append("  %-10s %s%n".formatted(what, address));
		}
	}

}
