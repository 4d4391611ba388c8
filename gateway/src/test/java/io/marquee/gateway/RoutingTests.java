package io.marquee.gateway;

import java.net.URI;
import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Flux;
import reactor.test.StepVerifier;

import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;

import static org.assertj.core.api.Assertions.assertThat;

class RoutingTests extends RunningGateway {

	@ParameterizedTest
	@CsvSource({ "/api/v1/admin/users, auth-service", "/api/v1/user/movies/m1, catalog-service",
			"/api/v1/admin/seats/s1, booking-service", "/api/v1/user/notifications, notification-service" })
	void handsARequestToTheOwnerOfItsPath(String path, String owner) {
		getAs(tokens.admin(), path).expectStatus().isOk().expectBody().jsonPath("$.owner").isEqualTo(owner);
	}

	@Test
	void passesStatusAndQueryOn() {
		get("/api/v1/user/movies/conflict?q=a%20b").expectStatus().isEqualTo(HttpStatus.CONFLICT);
		assertThat(catalog.lastPath).isEqualTo("/api/v1/user/movies/conflict");
	}

	@Test
	void answersTheHealthCheck() {
		get("/").expectStatus().isOk().expectBody().jsonPath("$.status").isEqualTo("OK");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/nothing", "/api/v1/nothing", "/internal/shows/1", "/api/v1/internal/shows/1",
			"/actuator/env", "/actuator/gateway/routes", "/actuator/prometheus", "/api" })
	void knowsNothingOutsideTheTable(String path) {
		expectFailure(get(path), HttpStatus.NOT_FOUND, "NOT_FOUND");
		expectFailure(getAs(tokens.admin(), path), HttpStatus.NOT_FOUND, "NOT_FOUND");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/%69nternal/totals", "/internal;a=b/totals", "/internal/", "/INTERNAL/totals",
			"/api/v1/%69nternal/totals", "/api/v1/internal;x/totals", "/api/v1/user/movies/../../../../internal/totals",
			"/api/v1/user/movies/%2e%2e/%2e%2e/%2e%2e/%2e%2e/internal/totals", "/api/v1/user/movies/..%2f..%2finternal",
			"/api/v1/user/movies/..;/..;/..;/..;/internal/totals", "//internal/totals", "/api/v1//internal/totals",
			"/.%2finternal/totals", "/internal%2ftotals", "/api/v1/../../internal/totals", "/%2finternal/totals",
			"/api/v1/user/movies/%252e%252e/internal%00", "/%2569nternal/totals" })
	void leadsNobodyInside(String path) {
		catalog.lastPath = "";
		booking.lastPath = "";
		auth.lastPath = "";
		for (String token : List.of(tokens.admin(), tokens.service())) {
			this.client.get()
				.uri(URI.create("http://localhost:" + this.port + path))
				.headers((headers) -> headers.setBearerAuth(token))
				.exchange()
				.expectStatus()
				.value((status) -> assertThat(status).isIn(400, 404));
		}
		assertThat(catalog.lastPath + booking.lastPath + auth.lastPath).isEmpty();
	}

	@Test
	void showsItsOwnHealthForProbes() {
		get("/actuator/health/readiness").expectStatus().isOk();
		get("/actuator/health/liveness").expectStatus().isOk();
	}

	@ParameterizedTest
	@ValueSource(strings = { "//api/v1/admin/movies", "/api/v1/user/..;/admin/movies", "/api/v1/user/movies/%2e%2e/x",
			"/api/v1/user%2fmovies" })
	void refusesPathsThatTheNextServerMightReadDifferently(String path) {
		expectFailure(this.client.get().uri(URI.create("http://localhost:" + this.port + path)).exchange(),
				HttpStatus.BAD_REQUEST, "INVALID_REQUEST");
	}

	@Test
	void saysWhichServiceIsDown() {
		expectFailure(get("/api/v1/user/offers"), HttpStatus.SERVICE_UNAVAILABLE, "OFFERS_SERVICE_UNAVAILABLE")
			.expectHeader()
			.exists("Retry-After");
	}

	@Test
	void saysWhichServiceIsNotRegistered() {
		expectFailure(getAs(tokens.admin(), "/api/v1/admin/dashboard/stats"), HttpStatus.SERVICE_UNAVAILABLE,
				"ADMIN_SERVICE_UNAVAILABLE");
	}

	@Test
	void doesNotWaitForAServiceForever() {
		expectFailure(get("/api/v1/user/movies/slow"), HttpStatus.GATEWAY_TIMEOUT, "GATEWAY_TIMEOUT");
	}

	@Test
	void passesAStreamOnAsItComesAndForAsLongAsItLasts() {
		Flux<String> events = this.client.get()
			.uri("/api/v1/user/movies/stream")
			.accept(MediaType.TEXT_EVENT_STREAM)
			.exchange()
			.expectStatus()
			.isOk()
			.returnResult(String.class)
			.getResponseBody();
		StepVerifier.create(events)
			.expectNext("first")
			// The time-out of this route is a second, to the head of the answer.
			.thenAwait(Duration.ofMillis(1500))
			.then(catalog.firstEventRead::release)
			.expectNext("second")
			.expectComplete()
			.verify(Duration.ofSeconds(20));
	}

	@Test
	void saysThatAServiceBrokeOff() {
		expectFailure(get("/api/v1/user/movies/hangs-up"), HttpStatus.BAD_GATEWAY, "BAD_GATEWAY");
	}

	@Test
	void describesAFailureAsAProblemIfAskedTo() {
		this.client.get()
			.uri("/nothing")
			.accept(MediaType.APPLICATION_PROBLEM_JSON)
			.exchange()
			.expectStatus()
			.isNotFound()
			.expectHeader()
			.contentType(MediaType.APPLICATION_PROBLEM_JSON)
			.expectBody()
			.jsonPath("$.status")
			.isEqualTo(404)
			.jsonPath("$.code")
			.isEqualTo("NOT_FOUND")
			.jsonPath("$.traceId")
			.isNotEmpty()
			.jsonPath("$.statusCode")
			.doesNotExist();
	}

	@Test
	void offersTheDescriptionOfEveryService() {
		get("/v3/api-docs/catalog-service").expectStatus().isOk();
		assertThat(catalog.lastPath).isEqualTo("/v3/api-docs");
	}

	@Test
	void showsTheDocsAsPagesOfItsOwn() {
		get("/docs").expectStatus().isFound().expectHeader().location("/docs/index.html");
		for (String page : List.of("index.html", "docs.js", "swagger-ui/swagger-ui.css",
				"swagger-ui/swagger-ui-bundle.js")) {
			get("/docs/" + page).expectStatus()
				.isOk()
				.expectHeader()
				.value("Content-Security-Policy", (policy) -> assertThat(policy).contains("script-src 'self'"));
		}
		get("/docs/swagger-ui/nothing.js").expectStatus().isNotFound();
	}

	private static WebTestClient.ResponseSpec expectFailure(WebTestClient.ResponseSpec answer, HttpStatus status,
			String code) {
		return Failure.expect(answer, status, code);
	}

}
