package io.marquee.gateway.cache;

import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.HttpMethod;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;

import static org.assertj.core.api.Assertions.assertThat;

class OwnWritesTests {

	private final Freshness freshness = new Freshness(Duration.ofSeconds(60), System::nanoTime);

	private final OwnWrites writes = new OwnWrites(this.freshness);

	private long before;

	@ParameterizedTest
	@CsvSource({ "POST,/api/v1/admin/movies", "PATCH,/api/v1/admin/shows/s-1/cancel", "DELETE,/api/v1/admin/venues/v-1",
			"POST,/api/v1/admin/seats", "PUT,/api/v1/admin/movies/m-1/poster" })
	void makePagesUntrueBeforeTheirAnswerGoesOut(String method, String path) {
		pass(method, path);

		assertThat(this.before).isZero();
		assertThat(this.freshness.generation(Area.SHOWS)).isEqualTo(1);
		assertThat(this.freshness.generation(Area.CITIES)).isEqualTo(1);
	}

	@ParameterizedTest
	@CsvSource({ "GET,/api/v1/admin/movies", "POST,/api/v1/bookings/book", "POST,/api/v1/admin/offers",
			"OPTIONS,/api/v1/admin/movies" })
	void areNotWhatChangesNothingHere(String method, String path) {
		pass(method, path);

		assertThat(this.freshness.generation(Area.MOVIES)).isZero();
	}

	@Test
	void countWhateverTheirAnswerIs() {
		MockServerWebExchange exchange = exchange("POST", "/api/v1/admin/shows");
		this.writes.filter(exchange, (it) -> {
			it.getResponse().setRawStatusCode(504);
			return it.getResponse().setComplete();
		}).block();

		assertThat(this.freshness.generation(Area.SHOWS)).isEqualTo(1);
	}

	private void pass(String method, String path) {
		this.writes.filter(exchange(method, path), (it) -> {
			this.before = this.freshness.generation(Area.SHOWS);
			return it.getResponse().setComplete();
		}).block();
	}

	private static MockServerWebExchange exchange(String method, String path) {
		return MockServerWebExchange.from(MockServerHttpRequest.method(HttpMethod.valueOf(method), path));
	}

}
