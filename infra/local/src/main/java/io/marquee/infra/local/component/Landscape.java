package io.marquee.infra.local.component;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.marquee.infra.local.Addresses;
import io.marquee.infra.local.Home;
import io.marquee.infra.local.Secrets;

/**
 * The whole suite, in the order of its start.
 */
public final class Landscape {

	private static final Set<String> REALM_SECRETS = Set.of("MARQUEE_LOGIN_CLIENT_SECRET",
			"MARQUEE_IDENTITY_ADMIN_SECRET", "MARQUEE_SERVICE_CLIENT_SECRET", "MARQUEE_PARTNER_SECRET",
			Secrets.GOOGLE_CLIENT_SECRET, Secrets.DEMO_PASSWORD);

	private Landscape() {
	}

	/**
	 * The parts of the suite. What is given from outside is left out.
	 * @param site where it runs
	 * @param store where the documents are kept
	 * @return the parts
	 */
	public static List<Component> of(Site site, StoreKind store) {
		List<Component> all = new ArrayList<>();
		Addresses addresses = site.addresses();
		// Keycloak takes longest: it goes first.
		if (!addresses.isGiven(Addresses.KEYCLOAK)) {
			all.add(keycloak(site));
		}
		if (!addresses.isGiven(Addresses.MONGODB)) {
			all.add(new MongoStore(site, store));
		}
		if (!addresses.isGiven(Addresses.KAFKA)) {
			all.add(new KafkaBroker(site));
		}
		Services.ALL.stream().limit(2).map((service) -> new BootService(service, site)).forEach(all::add);
		all.add(new MailServer(site));
		all.add(new PaymentProvider(site));
		Services.ALL.stream().skip(2).map((service) -> new BootService(service, site)).forEach(all::add);
		all.add(new ZipkinServer(site, all.stream().map(Component::name).collect(Collectors.toSet())));
		return all;
	}

	/**
	 * The names of all parts there can be.
	 * @return the names
	 */
	public static List<String> names() {
		return Stream
			.concat(Stream.of(KeycloakServer.NAME, MongoStore.NAME, KafkaBroker.NAME, MailServer.NAME,
					PaymentProvider.NAME, ZipkinServer.NAME), Services.ALL.stream().map(ServiceDefinition::name))
			.toList();
	}

	/**
	 * The Keycloak of a suite.
	 * @param site where it runs
	 * @return the server
	 */
	public static KeycloakServer keycloak(Site site) {
		Home home = site.home();
		Map<String, String> environment = new HashMap<>(site.secrets().only(REALM_SECRETS));
		environment.putAll(site.addresses().ofKeycloak());
		environment.put("KC_BOOTSTRAP_ADMIN_USERNAME", "admin");
		environment.put("KC_BOOTSTRAP_ADMIN_PASSWORD", site.secrets().get(Secrets.KEYCLOAK_ADMIN_PASSWORD));
		KeycloakInstallation installation = new KeycloakInstallation(home.distributions().resolve("keycloak.zip"),
				home.state().resolve("keycloak"));
		return new KeycloakServer(installation, home.data().resolve("keycloak"),
				site.addresses().port(Addresses.KEYCLOAK_PORT), home.repository().resolve("infra/keycloak"),
				environment);
	}

}
