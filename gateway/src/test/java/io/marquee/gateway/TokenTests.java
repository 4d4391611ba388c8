package io.marquee.gateway;

import java.net.URI;
import java.util.stream.Stream;

import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.http.HttpStatus;
import org.springframework.test.web.reactive.server.WebTestClient;

class TokenTests extends RunningGateway {

	static Stream<Named<String>> badTokens() {
		return Stream.of(Named.of("expired", tokens.expired()), Named.of("of another realm", tokens.ofAnotherRealm()),
				Named.of("for another audience", tokens.forAnotherAudience()),
				Named.of("signed with another key", tokens.signedWithAnotherKey()),
				Named.of("signed with a key nobody published", tokens.signedWithAnUnknownKey()),
				Named.of("alg none", tokens.unsigned()),
				Named.of("HMAC with the public key", tokens.signedWithThePublicKeyAsSecret()),
				Named.of("tampered", tokens.tampered()), Named.of("nonsense", "nonsense"));
	}

	@ParameterizedTest
	@MethodSource("badTokens")
	void refusesABadTokenEverywhere(String token) {
		for (String path : new String[] { "/api/v1/bookings/my-bookings", "/api/v1/admin/movies",
				"/api/v1/user/movies" }) {
			Failure.expect(getAs(token, path), HttpStatus.UNAUTHORIZED, "UNAUTHENTICATED")
				.expectHeader()
				.valueEquals("WWW-Authenticate", "Bearer");
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "/api/v1/bookings/my-bookings", "/api/v1/admin/movies", "/api/v1/admin/nothing",
			"/api/v1/auth/me", "/api/v1/user/ott/recommended" })
	void asksForATokenWhereOneIsNeeded(String path) {
		Failure.expect(get(path), HttpStatus.UNAUTHORIZED, "UNAUTHENTICATED");
	}

	@Test
	void asksForNoTokenWhereNoneIsNeeded() {
		get("/api/v1/user/movies").expectStatus().isOk();
		get("/api/v1/bookings/seats/s1").expectStatus().isOk();
		post("/api/v1/auth/login");
		post("/api/v1/admin/login");
		post("/api/v1/payments/webhooks/simulated");
	}

	@Test
	void letsAUserAndAPartnerBook() {
		getAs(tokens.user(), "/api/v1/bookings/my-bookings").expectStatus().isOk();
		getAs(tokens.partner(), "/api/v1/bookings/status/b1").expectStatus().isOk();
	}

	@ParameterizedTest
	@ValueSource(strings = { "/api/v1/admin/movies", "/api/v1/admin/nothing", "/api/v1/%61dmin/movies",
			"/api/v1/admin/movies/" })
	void keepsAUserAndStaffOutOfAdministration(String path) {
		Failure.expect(getExactlyAs(tokens.user(), path), HttpStatus.FORBIDDEN, "FORBIDDEN");
		Failure.expect(getExactlyAs(tokens.staff(), path), HttpStatus.FORBIDDEN, "FORBIDDEN");
	}

	@Test
	void letsAnAdministratorIn() {
		getAs(tokens.admin(), "/api/v1/admin/movies").expectStatus().isOk();
		Failure.expect(getAs(tokens.admin(), "/api/v1/admin/nothing"), HttpStatus.NOT_FOUND, "NOT_FOUND");
	}

	@Test
	void letsStaffCheckIn() {
		getAs(tokens.staff(), "/api/v1/admin/check-in").expectStatus().isOk();
		getAs(tokens.admin(), "/api/v1/admin/check-in").expectStatus().isOk();
		Failure.expect(getAs(tokens.user(), "/api/v1/admin/check-in"), HttpStatus.FORBIDDEN, "FORBIDDEN");
	}

	private void post(String path) {
		this.client.post().uri(path).exchange().expectStatus().isOk();
	}

	private WebTestClient.ResponseSpec getExactlyAs(String token, String path) {
		return this.client.get()
			.uri(URI.create("http://localhost:" + this.port + path))
			.headers((headers) -> headers.setBearerAuth(token))
			.exchange();
	}

}
