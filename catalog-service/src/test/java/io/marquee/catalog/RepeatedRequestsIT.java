package io.marquee.catalog;

import java.util.UUID;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;

import static org.assertj.core.api.Assertions.assertThat;

/** An administrator's client that repeats a request, because it heard no answer. */
@CatalogIT
class RepeatedRequestsIT {

	private static final String MOVIES = "/api/v1/admin/movies";

	@Autowired
	private CatalogClient client;

	private final String key = UUID.randomUUID().toString();

	@Test
	void addOneMovieForOneKey() {
		String title = "Once " + this.key;

		JsonNode first = add(title, 201);
		JsonNode second = add(title, 201);

		assertThat(second).isEqualTo(first);
		assertThat(this.client.read("/api/v1/user/movies/search?q=" + this.key).get("totalItems").asInt()).isOne();
	}

	@Test
	void areRefusedIfTheyAreOthers() {
		add("First " + this.key, 201);

		assertThat(add("Second " + this.key, 422).get("code").asString()).isEqualTo("IDEMPOTENCY_KEY_REUSED");
	}

	private JsonNode add(String title, int status) {
		return this.client.answer(this.client.call(HttpMethod.POST, MOVIES, CatalogClient.movie(title),
				this.client.tokens().admin(), (headers) -> headers.set("Idempotency-Key", this.key)), status);
	}

}
