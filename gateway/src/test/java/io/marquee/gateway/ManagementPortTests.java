package io.marquee.gateway;

import org.junit.jupiter.api.Test;

import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.http.HttpStatus;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient;

@TestPropertySource(properties = { "management.server.port=0", "management.prometheus.metrics.export.enabled=true" })
class ManagementPortTests extends RunningGateway {

	@LocalManagementPort
	private int managementPort;

	@Test
	void showsMetricsOnAPortOfTheirOwnOnly() {
		WebTestClient management = WebTestClient.bindToServer()
			.baseUrl("http://localhost:" + this.managementPort)
			.build();

		management.get().uri("/actuator/prometheus").exchange().expectStatus().isOk();
		management.get().uri("/actuator/health/readiness").exchange().expectStatus().isOk();
		Failure.expect(get("/actuator/prometheus"), HttpStatus.NOT_FOUND, "NOT_FOUND");
	}

}
