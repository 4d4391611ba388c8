package io.marquee.catalog;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

import io.marquee.catalog.movie.FindingMovies;
import io.marquee.catalog.show.FindingShows;
import io.marquee.test.TestTokens;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.test.context.TestComponent;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.EntityExchangeResult;
import org.springframework.test.web.servlet.client.RestTestClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Speaks to the service as its callers do, and makes what a test needs.
 */
@TestComponent
class CatalogClient {

	private static final AtomicInteger NUMBER = new AtomicInteger();

	private final RestTestClient client;

	private final TestTokens tokens;

	private final JsonMapper json;

	private final FindingMovies movies;

	private final FindingShows shows;

	CatalogClient(RestTestClient client, TestTokens tokens, JsonMapper json, FindingMovies movies, FindingShows shows) {
		this.client = client;
		this.tokens = tokens;
		this.json = json;
		this.movies = movies;
		this.shows = shows;
	}

	void awaitDemo() {
		await().atMost(Duration.ofSeconds(60)).until(() -> this.movies.count() >= 60 && this.shows.count() >= 900);
	}

	/** A public read that must succeed; the envelope's data. */
	JsonNode read(String uri) {
		return data(call(HttpMethod.GET, uri, null, null), 200);
	}

	JsonNode admin(HttpMethod method, String uri, @Nullable String body, int status) {
		return data(call(method, uri, body, this.tokens.admin()), status);
	}

	/** A call that must fail; the whole answer. */
	JsonNode refused(HttpMethod method, String uri, @Nullable String body, int status) {
		return answer(call(method, uri, body, this.tokens.admin()), status);
	}

	RestTestClient.ResponseSpec call(HttpMethod method, String uri, @Nullable String body, @Nullable String token) {
		return call(method, uri, body, token, (headers) -> {
		});
	}

	RestTestClient.ResponseSpec call(HttpMethod method, String uri, @Nullable String body, @Nullable String token,
			Consumer<HttpHeaders> more) {
		RestTestClient.RequestBodySpec request = this.client.method(method).uri(uri).headers((headers) -> {
			if (token != null) {
				headers.setBearerAuth(token);
			}
			more.accept(headers);
		});
		return (body != null) ? request.contentType(MediaType.APPLICATION_JSON).body(body).exchange()
				: request.exchange();
	}

	JsonNode answer(RestTestClient.ResponseSpec response, int status) {
		EntityExchangeResult<byte[]> result = response.expectBody().returnResult();
		byte[] body = result.getResponseBody();
		JsonNode answer = this.json.readTree((body != null) ? new String(body, StandardCharsets.UTF_8) : "{}");
		assertThat(result.getStatus().value()).as(answer.toString()).isEqualTo(status);
		return answer;
	}

	private JsonNode data(RestTestClient.ResponseSpec response, int status) {
		return answer(response, status).path("data");
	}

	String newMovie() {
		return newMovie("Film " + NUMBER.incrementAndGet());
	}

	String newMovie(String title) {
		return admin(HttpMethod.POST, "/api/v1/admin/movies", movie(title), 201).get("id").asString();
	}

	static String movie(String title) {
		return """
				{"title":"%s","languages":["Hindi"],"genres":["Drama"],"durationMinutes":120,"cast":["A Person"],
				"directors":["B Person"],"rating":7.5,"releaseDate":"2024-01-31","certificate":"UA"}"""
			.formatted(title);
	}

	JsonNode newVenue() {
		return admin(HttpMethod.POST, "/api/v1/admin/venues", venue("Cinema " + NUMBER.incrementAndGet()), 201);
	}

	static String venue(String name) {
		return """
				{"name":"%s","address":"1 Road","city":"Testpur","coordinates":{"lat":20.0,"lng":80.0},
				"timeZone":"Asia/Kolkata","amenities":["Parking"],
				"screens":[{"name":"One","layout":["A: WWRR_RR","B: PPPP_PP"]},{"name":"Two","layout":"A: RRRR"}]}"""
			.formatted(name);
	}

	static String show(String movieId, JsonNode venue, Instant start) {
		return """
				{"movieId":"%s","venueId":"%s","screenId":"%s","startsAt":"%s","language":"Hindi","format":"2D",
				"prices":{"REGULAR":{"amount":"200.00","currency":"INR"},"PREMIUM":{"amount":"300.00","currency":"INR"}}}"""
			.formatted(movieId, venue.get("id").asString(), venue.get("screens").get(0).get("id").asString(), start);
	}

	static Instant inDays(int days) {
		return Instant.now().truncatedTo(ChronoUnit.HOURS).plus(Duration.ofDays(days));
	}

	TestTokens tokens() {
		return this.tokens;
	}

}
