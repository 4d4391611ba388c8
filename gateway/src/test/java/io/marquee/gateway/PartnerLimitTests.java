package io.marquee.gateway;

import org.junit.jupiter.api.Test;

import org.springframework.http.HttpStatus;
import org.springframework.test.context.TestPropertySource;

@TestPropertySource(properties = "marquee.gateway.limits.partners-per-minute=2")
class PartnerLimitTests extends RunningGateway {

	private static final String STATUS = "/api/v1/bookings/status/b1";

	@Test
	void holdsAPartnerToTheLimitInItsToken() {
		String token = tokens.partner("three", 3);
		for (int left = 2; left >= 0; left--) {
			getAs(token, STATUS).expectStatus()
				.isOk()
				.expectHeader()
				.valueEquals("RateLimit-Limit", "3")
				.expectHeader()
				.valueEquals("RateLimit-Remaining", Integer.toString(left))
				.expectHeader()
				.exists("RateLimit-Reset");
		}

		Failure.expect(getAs(token, STATUS), HttpStatus.TOO_MANY_REQUESTS, "RATE_LIMITED")
			.expectHeader()
			.value("Retry-After",
					(seconds) -> org.assertj.core.api.Assertions.assertThat(Integer.parseInt(seconds)).isBetween(1, 20))
			.expectHeader()
			.valueEquals("RateLimit-Limit", "3")
			.expectHeader()
			.valueEquals("RateLimit-Remaining", "0")
			.expectHeader()
			.exists("RateLimit-Reset");
	}

	@Test
	void aNewTokenIsNoNewLimit() {
		getAs(tokens.partner("one", 1), STATUS).expectStatus().isOk();
		Failure.expect(getAs(tokens.partner("one", 1), STATUS), HttpStatus.TOO_MANY_REQUESTS, "RATE_LIMITED");
		getAs(tokens.partner("another", 1), STATUS).expectStatus().isOk();
	}

	@Test
	void countsRefusedAndPublicRequestsToo() {
		String token = tokens.partner("curious", 2);
		Failure.expect(getAs(token, "/api/v1/admin/movies"), HttpStatus.FORBIDDEN, "FORBIDDEN");
		getAs(token, "/api/v1/user/movies").expectStatus().isOk();
		Failure.expect(getAs(token, STATUS), HttpStatus.TOO_MANY_REQUESTS, "RATE_LIMITED");
	}

	@Test
	void limitsATokenWithoutALimitByTheSetting() {
		for (Integer none : new Integer[] { null, 0 }) {
			String token = tokens.partner("none-" + none, none);
			getAs(token, STATUS).expectHeader().valueEquals("RateLimit-Limit", "2");
			getAs(token, STATUS).expectStatus().isOk();
			Failure.expect(getAs(token, STATUS), HttpStatus.TOO_MANY_REQUESTS, "RATE_LIMITED");
		}
	}

	@Test
	void leavesPeopleAndServicesAlone() {
		for (String token : new String[] { tokens.ofSession("s1", "u1", "user"), tokens.service() }) {
			for (int i = 0; i < 5; i++) {
				getAs(token, STATUS).expectStatus().isOk().expectHeader().doesNotExist("RateLimit-Limit");
			}
		}
	}

}
