package io.marquee.gateway;

import org.junit.jupiter.api.Test;

import org.springframework.test.context.TestPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The gateway behind proxies, one of which is this very test.
 */
@TestPropertySource(properties = "marquee.gateway.edge.trusted-proxies=127.0.0.0/8,::1,10.0.0.0/8")
class TrustedProxyTests extends RunningGateway {

	@Test
	void tellsTheServiceWhomTheProxiesCallFor() {
		this.client.get()
			.uri("/api/v1/user/movies")
			.header("X-Forwarded-For", "1.2.3.4, 198.51.100.4, 10.0.0.2")
			.header("X-Forwarded-Proto", "https")
			.header("X-Forwarded-Host", "tickets.example")
			.header("X-Real-IP", "1.2.3.4")
			.header("Forwarded", "for=1.2.3.4")
			.exchange()
			.expectStatus()
			.isOk();

		assertThat(catalog.lastHeaders.get("X-forwarded-for")).containsExactly("198.51.100.4");
		assertThat(catalog.lastHeaders.get("X-forwarded-proto")).containsExactly("https");
		assertThat(catalog.lastHeaders.get("X-forwarded-host")).containsExactly("tickets.example");
		assertThat(catalog.lastHeaders.get("X-forwarded-port")).containsExactly("443");
		assertThat(catalog.lastHeaders).doesNotContainKeys("X-real-ip", "Forwarded");
	}

	@Test
	void takesTheCallerForTheClientIfItNamesNone() {
		get("/api/v1/user/movies").expectStatus().isOk();

		assertThat(catalog.lastHeaders.get("X-forwarded-for")).containsExactly("127.0.0.1");
	}

}
