package io.marquee.gateway;

import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;

/**
 * What every failure looks like.
 */
final class Failure {

	private Failure() {
	}

	static WebTestClient.ResponseSpec expect(WebTestClient.ResponseSpec answer, HttpStatus status, String code) {
		answer.expectStatus()
			.isEqualTo(status)
			.expectHeader()
			.contentType(MediaType.APPLICATION_JSON)
			.expectHeader()
			.valueEquals("X-Content-Type-Options", "nosniff")
			.expectBody()
			.jsonPath("$.statusCode")
			.isEqualTo(status.value())
			.jsonPath("$.success")
			.isEqualTo(false)
			.jsonPath("$.data")
			.isEmpty()
			.jsonPath("$.message")
			.isNotEmpty()
			.jsonPath("$.errors")
			.isArray()
			.jsonPath("$.code")
			.isEqualTo(code)
			.jsonPath("$.traceId")
			.isNotEmpty();
		return answer;
	}

}
