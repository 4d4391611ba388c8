package io.marquee.catalog;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;

import static org.assertj.core.api.Assertions.assertThat;

@CatalogIT
class OverlapIT {

	private static final String SHOWS = "/api/v1/admin/shows";

	@Autowired
	private CatalogClient client;

	@Test
	void keepsTheScreenForTheShowAndItsCleaning() {
		String movie = this.client.newMovie("First Come");
		JsonNode venue = this.client.newVenue();
		Instant start = CatalogClient.inDays(4);
		Instant cleaned = start.plus(Duration.ofMinutes(135));
		this.client.admin(HttpMethod.POST, SHOWS, CatalogClient.show(movie, venue, start), 201);
		JsonNode answer = this.client.refused(HttpMethod.POST, SHOWS,
				CatalogClient.show(movie, venue, cleaned.minusSeconds(60)), 409);
		assertThat(answer.get("code").asString()).isEqualTo("SHOW_OVERLAPS");
		assertThat(answer.get("message").asString()).contains("First Come", "15 minutes");
		this.client.refused(HttpMethod.POST, SHOWS, CatalogClient.show(movie, venue, start.minusSeconds(7200)), 409);
		JsonNode after = this.client.admin(HttpMethod.POST, SHOWS, CatalogClient.show(movie, venue, cleaned), 201);
		this.client.admin(HttpMethod.POST, SHOWS,
				CatalogClient.show(movie, venue, start.minus(Duration.ofMinutes(135))), 201);
		this.client.refused(HttpMethod.PUT, SHOWS + "/" + after.get("id").asString(),
				CatalogClient.show(movie, venue, start.plusSeconds(600)), 409);
		this.client.admin(HttpMethod.PUT, SHOWS + "/" + after.get("id").asString(),
				CatalogClient.show(movie, venue, cleaned.plusSeconds(300)), 200);
	}

	@Test
	void neverGivesAScreenToTwoAdminsAtOnce() throws Exception {
		String movie = this.client.newMovie();
		JsonNode venue = this.client.newVenue();
		try (ExecutorService admins = Executors.newFixedThreadPool(2)) {
			for (int attempt = 0; attempt < 50; attempt++) {
				Instant start = CatalogClient.inDays(10 + attempt);
				CyclicBarrier together = new CyclicBarrier(2);
				List<Future<Integer>> answers = new ArrayList<>();
				for (int admin = 0; admin < 2; admin++) {
					String body = CatalogClient.show(movie, venue, start.plusSeconds(admin * 1800L));
					answers.add(admins.submit(() -> {
						together.await();
						return this.client.call(HttpMethod.POST, SHOWS, body, this.client.tokens().admin())
							.returnResult()
							.getStatus()
							.value();
					}));
				}
				assertThat(List.of(answers.get(0).get(), answers.get(1).get())).containsExactlyInAnyOrder(201, 409);
			}
		}
		assertThat(this.client.read("/api/v1/user/shows/movie/" + movie).get("totalItems").asInt()).isEqualTo(50);
	}

}
