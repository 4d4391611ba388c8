package io.marquee.gateway.cache;

import java.net.URI;
import java.util.Objects;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.http.HttpMethod;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;

import static org.assertj.core.api.Assertions.assertThat;

class QuestionTests {

	@ParameterizedTest
	@CsvSource({ "/api/v1/user/movies, MOVIES", "/api/v1/user/movies/m1, MOVIES",
			"/api/v1/user/venues/city/Pune, VENUES", "/api/v1/user/cities, CITIES",
			"/api/v1/user/shows/filter, SHOWS" })
	void knowsThePublicPagesOfTheCatalogue(String path, Area area) {
		assertThat(Objects.requireNonNull(Question.of(get(path))).area()).isEqualTo(area);
	}

	@ParameterizedTest
	@ValueSource(strings = { "/api/v1/user/offers", "/api/v1/user/moviesque", "/api/v1/bookings/seats/s1",
			"/api/v1/admin/movies", "/user/movies", "/" })
	void leavesAllOtherPagesAlone(String path) {
		assertThat(Question.of(get(path))).isNull();
	}

	@Test
	void asksTheSameInWhateverOrderTheParametersCome() {
		assertThat(key("?page=2&genre=Drama&limit=5")).isEqualTo(key("?limit=5&page=2&genre=Drama"));
		assertThat(key("?page=2")).isNotEqualTo(key("?page=3"));
		assertThat(key("")).isNotEqualTo(key("?page=1"));
	}

	@Test
	void keepsTheOrderAndNumberOfRepeatedParameters() {
		assertThat(key("?sort=title&sort=rating")).isNotEqualTo(key("?sort=rating&sort=title"));
		assertThat(key("?q=a&q=a")).isNotEqualTo(key("?q=a"));
		assertThat(key("?a=1&ab=2&a=3")).isEqualTo(key("?a=1&a=3&ab=2"));
		assertThat(key("?a&b=&a=")).isNotEqualTo(key("?a=&b=&a"));
	}

	@Test
	void leavesToTheServiceWhatIsNoPlainRead() {
		String path = "/api/v1/user/movies";
		assertThat(Question.of(MockServerHttpRequest.post(path).build())).isNull();
		assertThat(Question.of(MockServerHttpRequest.method(HttpMethod.OPTIONS, path).build())).isNull();
		assertThat(Question.of(MockServerHttpRequest.get(path).header("Content-Length", "3").build())).isNull();
		assertThat(Question.of(MockServerHttpRequest.get(path).header("Transfer-Encoding", "chunked").build()))
			.isNull();
		assertThat(Question.of(MockServerHttpRequest.get(path).header("Accept", "text/event-stream").build())).isNull();
		assertThat(Question.of(MockServerHttpRequest.get(path).header("Accept", "application/problem+json").build()))
			.isNull();
		assertThat(Question.of(MockServerHttpRequest.get(path).header("Accept", "text/html, */*;q=0.1").build()))
			.isNotNull();
		assertThat(Question.of(MockServerHttpRequest.head(path).build()))
			.isEqualTo(Question.of(MockServerHttpRequest.get(path).build()));
	}

	@ParameterizedTest
	@CsvSource(delimiter = ';', value = { "\"a\"; true", "W/\"a\"; true", "\"b\", W/\"a\"; true", "*; true",
			"\"b\"; false", "a; false", "\"; false", "\"A\"; false", "\"b\" \"; false" })
	void comparesTagsWeakly(String given, boolean known) {
		ServerHttpRequest request = MockServerHttpRequest.get("/").header("If-None-Match", given).build();

		assertThat(Question.isKnown(request, "\"a\"")).isEqualTo(known);
		assertThat(Question.isKnown(request, "W/\"a\"")).isEqualTo(known);
	}

	@Test
	void looksAtEveryLineOfTags() {
		assertThat(Question.isKnown(MockServerHttpRequest.get("/").header("If-None-Match", "\"b\"", "\"a\"").build(),
				"\"a\""))
			.isTrue();
		assertThat(Question.isKnown(MockServerHttpRequest.get("/").build(), "\"a\"")).isFalse();
		assertThat(Question.isKnown(MockServerHttpRequest.get("/").header("If-None-Match", "\"a\"").build(), null))
			.isFalse();
	}

	private static String key(String query) {
		return Objects.requireNonNull(Question.of(get("/api/v1/user/movies" + query))).key();
	}

	private static ServerHttpRequest get(String address) {
		return MockServerHttpRequest.method(HttpMethod.GET, URI.create(address)).build();
	}

}
