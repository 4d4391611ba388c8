package io.marquee.infra.local.component;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import io.marquee.infra.local.Addresses;
import io.marquee.infra.local.Secrets;

/**
 * The nine services.
 */
public final class Services {

	private static final String SERVICE_CLIENT = "MARQUEE_SERVICE_CLIENT_SECRET";

	/**
	 * Those that carry the load keep the optimizing compiler, which costs start time and
	 * memory.
	 */
	private static final Set<String> BUSY = Set.of("gateway", "catalog-service", "booking-service");

	private static final Set<String> CONFIG = Set.of("config-server");

	private static final Set<String> CONFIG_AND_STORE = Set.of("config-server", MongoStore.NAME);

	/** In the order they are started in, as far as needs allow. */
	public static final List<ServiceDefinition> ALL = List.of(
			new ServiceDefinition("config-server", Addresses.CONFIG_PORT, "64m", Set.of(), Set.of(), Map.of()),
			new ServiceDefinition("discovery", Addresses.DISCOVERY_PORT, "80m", Set.of(), Set.of(), Map.of()),
			new ServiceDefinition("auth-service", Addresses.AUTH_PORT, "128m", CONFIG_AND_STORE,
					Set.of("MARQUEE_LOGIN_CLIENT_SECRET", "MARQUEE_IDENTITY_ADMIN_SECRET", SERVICE_CLIENT,
							"MARQUEE_OTP_KEY", Secrets.SECOND_FACTOR_KEYS),
					Map.of()),
			new ServiceDefinition("catalog-service", 8102, "128m", CONFIG_AND_STORE, Set.of(SERVICE_CLIENT),
					Map.of("MARQUEE_CATALOG_DEMO", "true")),
			new ServiceDefinition("booking-service", Addresses.BOOKING_PORT, "128m", CONFIG_AND_STORE,
					Set.of(SERVICE_CLIENT, "MARQUEE_PAYMENTS_API_KEY", "MARQUEE_PAYMENTS_WEBHOOK_SECRET",
							Secrets.TICKET_KEYS),
					// Who tries things out wants to use a ticket, and not wait for the
					// show.
					Map.of("MARQUEE_ADMISSION_OPENS", "24h")),
			new ServiceDefinition("offers-service", 8104, "128m", CONFIG_AND_STORE, Set.of(SERVICE_CLIENT),
					Map.of("MARQUEE_OFFERS_DEMO", "true")),
			new ServiceDefinition("notification-service", 8105, "128m", CONFIG_AND_STORE, Set.of(SERVICE_CLIENT),
					Map.of()),
			new ServiceDefinition("admin-service", 8106, "128m", CONFIG_AND_STORE, Set.of(SERVICE_CLIENT), Map.of()),
			new ServiceDefinition("gateway", Addresses.GATEWAY_PORT, "128m", CONFIG, Set.of(), Map.of()));

	private Services() {
	}

	static boolean isBusy(String name) {
		return BUSY.contains(name);
	}

	public static Set<String> names() {
		return ALL.stream().map(ServiceDefinition::name).collect(Collectors.toUnmodifiableSet());
	}

}
