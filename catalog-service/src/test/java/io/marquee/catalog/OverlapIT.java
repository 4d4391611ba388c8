package io.marquee.catalog;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.http.HttpMethod;

import io.marquee.catalog.show.CheckingShows;
import io.marquee.catalog.show.SchedulingShows;
import io.marquee.catalog.show.Show;
import io.marquee.catalog.show.ShowStatus;
import io.marquee.catalog.show.VenueTime;
import io.marquee.catalog.show.Wish;
import io.marquee.catalog.store.Expected;
import io.marquee.catalog.venue.SeatCategory;
import io.marquee.platform.money.Money;
import io.marquee.platform.web.ApiException;

import static org.assertj.core.api.Assertions.assertThat;

@CatalogIT
class OverlapIT {

	private static final String SHOWS = "/api/v1/admin/shows";

	private static final Duration CLEANING = Duration.ofMinutes(15);

	@Autowired
	private CatalogClient client;

	@Autowired
	private CheckingShows checking;

	@Autowired
	private SchedulingShows scheduling;

	@Autowired
	private MongoTemplate mongo;

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

	/** Of two that overlap one is there, never both and never none. */
	@Test
	void givesAScreenToOneOfTwoAdminsWhoScheduleAtOnce() throws Exception {
		Programme programme = programme();
		try (ExecutorService admins = Executors.newFixedThreadPool(2)) {
			for (int attempt = 0; attempt < 500; attempt++) {
				Instant start = CatalogClient.inDays(10 + attempt);
				assertThat(together(admins, () -> programme.schedule(start),
						() -> programme.schedule(start.plusSeconds(1800))))
					.containsExactlyInAnyOrder("done", "SHOW_OVERLAPS");
			}
		}
		assertThat(programme.count()).isEqualTo(500);
		programme.assertNoOverlap();
	}

	/** Of two that move to the same time one does; the other stays where it was. */
	@Test
	void givesAScreenToOneOfTwoAdminsWhoMoveShowsAtOnce() throws Exception {
		Programme programme = programme();
		try (ExecutorService admins = Executors.newFixedThreadPool(2)) {
			for (int attempt = 0; attempt < 500; attempt++) {
				Instant start = CatalogClient.inDays(10 + attempt);
				String early = programme.add(start);
				String late = programme.add(start.plus(Duration.ofHours(12)));
				Instant middle = start.plus(Duration.ofHours(6));
				assertThat(together(admins, () -> programme.move(early, middle),
						() -> programme.move(late, middle.plusSeconds(7200))))
					.containsExactlyInAnyOrder("done", "SHOW_OVERLAPS");
			}
		}
		assertThat(programme.count()).isEqualTo(1000);
		programme.assertNoOverlap();
	}

	private static List<String> together(ExecutorService admins, Runnable one, Runnable other) throws Exception {
		CyclicBarrier barrier = new CyclicBarrier(2);
		List<Callable<String>> both = Stream.of(one, other).<Callable<String>>map((action) -> () -> {
			barrier.await();
			try {
				action.run();
				return "done";
			}
			catch (ApiException ex) {
				return ex.code();
			}
		}).toList();
		List<String> answers = new ArrayList<>();
		for (Future<String> answer : admins.invokeAll(both)) {
			answers.add(answer.get());
		}
		return answers;
	}

	private Programme programme() {
		JsonNode venue = this.client.newVenue();
		return new Programme(this.client.newMovie(), venue.get("id").asString(),
				venue.get("screens").get(0).get("id").asString());
	}

	/** What is shown on one screen. */
	private final class Programme {

		private final String movie;

		private final String venue;

		private final String screen;

		Programme(String movie, String venue, String screen) {
			this.movie = movie;
			this.venue = venue;
			this.screen = screen;
		}

		void schedule(Instant start) {
			add(start);
		}

		String add(Instant start) {
			return OverlapIT.this.scheduling.schedule(UUID.randomUUID().toString(), plan(start)).id();
		}

		void move(String show, Instant start) {
			OverlapIT.this.scheduling.change(show, Expected.ANY, plan(start));
		}

		int count() {
			return shows().size();
		}

		void assertNoOverlap() {
			List<Show> shows = shows();
			for (int i = 1; i < shows.size(); i++) {
				assertThat(shows.get(i).startsAt()).isAfterOrEqualTo(shows.get(i - 1).endsAt().plus(CLEANING));
			}
		}

		private List<Show> shows() {
			return OverlapIT.this.mongo
				.find(new Query(Criteria.where("place.screenId").is(this.screen).and("status").is(ShowStatus.SCHEDULED))
					.with(Sort.by("startsAt")), Show.class);
		}

		private Show.Plan plan(Instant start) {
			Money price = new Money(new BigDecimal("200.00"), "INR");
			return OverlapIT.this.checking.check(new Wish(this.movie, this.venue, this.screen, VenueTime.of(start),
					null, "2D", Map.of(SeatCategory.REGULAR, price, SeatCategory.PREMIUM, price), null, null, null));
		}

	}

}
