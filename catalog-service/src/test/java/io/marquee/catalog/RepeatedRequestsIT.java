package io.marquee.catalog;

import java.time.Instant;
import java.util.Date;
import java.util.UUID;

import org.bson.Document;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.http.HttpMethod;

import static org.assertj.core.api.Assertions.assertThat;

/** An administrator's client that repeats a request, because it heard no answer. */
@CatalogIT
class RepeatedRequestsIT {

	private static final String MOVIES = "/api/v1/admin/movies";

	@Autowired
	private CatalogClient client;

	@Autowired
	private MongoTemplate mongo;

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

	@Test
	void findWhatTheFirstMadeThoughTheServiceDiedBeforeItsAnswerWasKept() {
		JsonNode venue = this.client.newVenue();
		String show = CatalogClient.show(this.client.newMovie(), venue, CatalogClient.inDays(3));
		String first = call("/api/v1/admin/shows", show, 201).at("/data/id").asString();
		this.mongo.getCollection("idempotency")
			.updateMany(new Document(), new Document("$unset", new Document("answer", 1)).append("$set",
					new Document("leaseUntil", Date.from(Instant.now().minusSeconds(1)))));

		assertThat(call("/api/v1/admin/shows", show, 201).at("/data/id").asString()).isEqualTo(first);
	}

	private JsonNode add(String title, int status) {
		return call(MOVIES, CatalogClient.movie(title), status);
	}

	private JsonNode call(String path, String body, int status) {
		return this.client.answer(this.client.call(HttpMethod.POST, path, body, this.client.tokens().admin(),
				(headers) -> headers.set("Idempotency-Key", this.key)), status);
	}

}
