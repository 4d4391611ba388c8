package io.marquee.identity.profile;

import java.util.UUID;

import io.marquee.identity.Api;
import io.marquee.identity.IdentityIT;
import io.marquee.identity.OtherServices;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.test.context.DynamicPropertyRegistrar;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Everything that is held about somebody, from all services.
 */
@IdentityIT
class ExportIT {

	private static final OtherServices BOOKINGS = new OtherServices();

	private static final OtherServices OTHERS = new OtherServices();

	private static final String EXPORT = "/api/v1/user/profile/export";

	@Autowired
	private Api api;

	private final String email = UUID.randomUUID() + "@example.org";

	@Test
	void gathersEverythingOrTellsThatItCannot() {
		Api.Answer signedUp = this.api.register(this.email, "Popcorn-and-2-seats").expect(201);
		String token = signedUp.text("accessToken");
		String id = signedUp.data().path("user").path("id").asString();
		this.api.patch("/api/v1/user/profile", token, "{\"phone\":\"+919812345678\"}").expect(200);

		Api.Answer export = this.api.get(EXPORT, token).expect(200);

		assertThat(export.headers().getFirst("Cache-Control")).isEqualTo("no-store");
		assertThat(export.headers().getFirst("Content-Disposition")).contains("marquee-data.json");
		JsonNode data = export.data();
		assertThat(data.path("generatedAt").asString()).endsWith("Z");
		assertThat(data.path("complete").asBoolean(false)).isTrue();
		assertThat(data.path("account").path("id").asString()).isEqualTo(id);
		assertThat(data.path("account").path("email").asString()).isEqualTo(this.email);
		assertThat(data.path("account").path("phone").asString()).isEqualTo("+919812345678");
		assertThat(data.path("sessions").size()).isOne();
		assertThat(data.path("registrations").isArray()).isTrue();
		assertThat(data.path("linkedAccounts").isArray()).isTrue();
		assertThat(data.path("secondFactor").path("recoveryCodesLeft").asInt(-1)).isZero();
		for (String kind : new String[] { "bookings", "redemptions", "notifications" }) {
			assertThat(data.path(kind).size()).as(kind).isEqualTo(3);
			assertThat(data.path(kind).path(0).path("id").asString()).isEqualTo("1 of " + id);
		}

		BOOKINGS.up(false);
		this.api.get(EXPORT, token).expect(503, "BOOKING_SERVICE_UNAVAILABLE");
		BOOKINGS.up(true);
		this.api.get(EXPORT, token).expect(200);
		this.api.get(EXPORT, null).expect(401);
	}

	@TestConfiguration(proxyBeanMethods = false)
	static class Neighbours {

		@Bean
		DynamicPropertyRegistrar addresses() {
			String instances = "spring.cloud.discovery.client.simple.instances.";
			return (registry) -> {
				registry.add(instances + "booking-service[0].uri", BOOKINGS::address);
				registry.add(instances + "offers-service[0].uri", OTHERS::address);
				registry.add(instances + "notification-service[0].uri", OTHERS::address);
			};
		}

	}

}
