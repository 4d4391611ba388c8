package io.marquee.gateway;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.marquee.gateway.cache.StandingStill;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.context.annotation.Import;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.reactive.server.WebTestClient;

import static org.assertj.core.api.Assertions.assertThat;

@Import(StandingStill.class)
class CachedPagesTests extends RunningGateway {

	private static int number;

	/** A page nobody has asked for before. */
	private String page;

	@BeforeEach
	void another() {
		this.page = "/api/v1/user/movies/page" + number++;
		catalog.requests.set(0);
	}

	@Test
	void answersFromMemoryWithHeadersOfEachRequestsOwn() {
		Set<String> traces = IntStream.range(0, 3).mapToObj((i) -> {
			WebTestClient.ResponseSpec answer = get(this.page).expectStatus().isOk();
			answer.expectHeader().valueEquals("X-Frame-Options", "DENY");
			answer.expectHeader().valueEquals("ETag", "\"v1\"");
			answer.expectHeader().valueEquals("Cache-Control", "no-cache, public");
			answer.expectHeader().valueEquals("Vary", "Origin");
			answer.expectBody().jsonPath("$.owner").isEqualTo("catalog-service");
			return answer.returnResult(Void.class).getResponseHeaders().getFirst("X-Trace-Id");
		}).collect(Collectors.toSet());

		assertThat(catalog.requests).hasValue(1);
		assertThat(traces).hasSize(3).doesNotContainNull();
	}

	@Test
	void tellsEachOriginWhetherItMayRead() {
		get(this.page).expectHeader().doesNotExist("Access-Control-Allow-Origin");
		this.client.get()
			.uri(this.page)
			.header("Origin", "https://tickets.example")
			.exchange()
			.expectHeader()
			.valueEquals("Access-Control-Allow-Origin", "https://tickets.example");
		get(this.page).expectHeader().doesNotExist("Access-Control-Allow-Origin");
		Failure.expect(this.client.get().uri(this.page).header("Origin", "https://evil.example").exchange(),
				HttpStatus.FORBIDDEN, "ORIGIN_NOT_ALLOWED");

		assertThat(catalog.requests).hasValue(1);
	}

	@Test
	void sharesPagesWithTheSignedInButChecksTheirTokens() {
		get(this.page).expectStatus().isOk();
		getAs(tokens.user(), this.page).expectStatus()
			.isOk()
			.expectHeader()
			.valueEquals("Cache-Status", "marquee; hit");
		Failure.expect(getAs(tokens.expired(), this.page), HttpStatus.UNAUTHORIZED, "UNAUTHENTICATED");
		Failure.expect(getAs("nonsense", this.page), HttpStatus.UNAUTHORIZED, "UNAUTHENTICATED");
		getAs(tokens.user(), this.page + "x").expectStatus().isOk();
		get(this.page + "x").expectHeader().valueEquals("Cache-Status", "marquee; hit");

		assertThat(catalog.requests).hasValue(2);
	}

	@Test
	void answersHeadAndConditionalRequestsFromTheSamePage() {
		byte[] none = this.client.head()
			.uri(this.page)
			.exchange()
			.expectStatus()
			.isOk()
			.expectBody()
			.returnResult()
			.getResponseBodyContent();
		assertThat(none).isNullOrEmpty();
		long length = get(this.page).expectBody().returnResult().getResponseBodyContent().length;
		this.client.head().uri(this.page).exchange().expectHeader().contentLength(length);
		this.client.get()
			.uri(this.page)
			.header("If-None-Match", "\"v0\", W/\"v1\"")
			.exchange()
			.expectStatus()
			.isNotModified()
			.expectHeader()
			.valueEquals("ETag", "\"v1\"")
			.expectHeader()
			.valueEquals("X-Frame-Options", "DENY")
			.expectBody()
			.isEmpty();
		this.client.get().uri(this.page).header("If-None-Match", "\"v0\"").exchange().expectStatus().isOk();

		assertThat(catalog.requests).hasValue(1);
	}

	@Test
	void dropsPagesWhenAnAdminWritesButNotForWhoMayNot() {
		get(this.page).expectStatus().isOk();
		this.client.post().uri("/api/v1/admin/movies").exchange().expectStatus().isUnauthorized();
		addMovieAs(tokens.user()).expectStatus().isForbidden();
		get(this.page).expectStatus().isOk();
		assertThat(catalog.requests).hasValue(1);

		addMovieAs(tokens.admin()).expectStatus().isOk();
		get(this.page).expectStatus().isOk();
		assertThat(catalog.requests).hasValue(3);
	}

	@Test
	void keepsNoFailures() {
		get(this.page + "/conflict").expectStatus().isEqualTo(HttpStatus.CONFLICT);
		get(this.page + "/conflict").expectStatus().isEqualTo(HttpStatus.CONFLICT);

		assertThat(catalog.requests).hasValue(2);
	}

	@Test
	void leavesOtherServicesAlone() {
		get("/api/v1/bookings/seats/page").expectStatus().isOk();
		booking.requests.set(0);
		get("/api/v1/bookings/seats/page").expectStatus().isOk();

		assertThat(booking.requests).hasValue(1);
	}

	private WebTestClient.ResponseSpec addMovieAs(String token) {
		return this.client.post()
			.uri("/api/v1/admin/movies")
			.headers((headers) -> headers.setBearerAuth(token))
			.exchange();
	}

}
