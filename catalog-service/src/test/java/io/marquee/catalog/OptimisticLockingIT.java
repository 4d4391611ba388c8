package io.marquee.catalog;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;

import static org.assertj.core.api.Assertions.assertThat;

@CatalogIT
class OptimisticLockingIT {

	private static final String MOVIES = "/api/v1/admin/movies/";

	private static final String VENUES = "/api/v1/admin/venues/";

	private static final String SHOWS = "/api/v1/admin/shows/";

	@Autowired
	private CatalogClient client;

	@Test
	void everyAnswerTellsTheVersion() {
		String movie = MOVIES + this.client.newMovie();
		assertThat(tag(HttpMethod.GET, movie, null)).isEqualTo("\"0\"");
		assertThat(tag(HttpMethod.PATCH, movie, "{\"rating\":5}")).isEqualTo("\"1\"");
		assertThat(tag(HttpMethod.PUT, movie, CatalogClient.movie("Tagged"))).isEqualTo("\"2\"");
		assertThat(tag(HttpMethod.PATCH, movie + "/toggle", null)).isEqualTo("\"3\"");
		assertThat(tag(HttpMethod.GET, movie, null)).isEqualTo("\"3\"");
		JsonNode made = this.client.newVenue();
		String venue = VENUES + made.get("id").asString();
		assertThat(tag(HttpMethod.PATCH, venue, "{\"name\":\"Tagged\"}")).isEqualTo("\"1\"");
		assertThat(tag(HttpMethod.GET, venue, null)).isEqualTo("\"1\"");
		String body = CatalogClient.show(this.client.newMovie(), made, CatalogClient.inDays(4));
		assertThat(tag(HttpMethod.POST, SHOWS.replaceFirst("/$", ""), body)).isEqualTo("\"0\"");
		String show = show();
		assertThat(tag(HttpMethod.GET, SHOWS + show, null)).isEqualTo("\"0\"");
		assertThat(tag(HttpMethod.POST, "/api/v1/admin/seats", seats(show))).isEqualTo("\"1\"");
		assertThat(tag(HttpMethod.PATCH, SHOWS + show + "/cancel", null)).isEqualTo("\"2\"");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			PUT    | movie  |           | movie
			PATCH  | movie  |           | {"rating":4}
			PATCH  | movie  | /toggle   |
			DELETE | movie  |           |
			DELETE | movie  | /poster   |
			PUT    | venue  |           | venue
			PATCH  | venue  |           | {"name":"Other"}
			PATCH  | venue  | /toggle   |
			DELETE | venue  |           |
			PUT    | show   |           | show
			PATCH  | show   | /cancel   |
			PATCH  | show   | /complete |
			DELETE | show   |           |
			POST   | seats  |           | seats
			""")
	void aStaleChangeIsRefusedAndChangesNothing(String method, String kind, String path, String sent) {
		JsonNode made = this.client.newVenue();
		String movie = this.client.newMovie();
		Instant start = CatalogClient.inDays(4);
		String show = this.client
			.admin(HttpMethod.POST, SHOWS.replaceFirst("/$", ""), CatalogClient.show(movie, made, start), 201)
			.get("id")
			.asString();
		String spare = this.client.newMovie();
		String empty = this.client.newVenue().get("id").asString();
		String thing = switch (kind) {
			case "movie" -> MOVIES + spare;
			case "venue" -> VENUES + empty;
			default -> SHOWS + show;
		};
		String uri = kind.equals("seats") ? "/api/v1/admin/seats" : thing + ((path != null) ? path : "");
		String body = (sent == null) ? null : switch (sent) {
			case "movie" -> CatalogClient.movie("Stale");
			case "venue" -> CatalogClient.venue("Stale");
			case "show" -> CatalogClient.show(movie, made, start.plusSeconds(3600));
			case "seats" -> seats(show);
			default -> sent;
		};
		JsonNode before = this.client.admin(HttpMethod.GET, thing, null, 200);
		JsonNode refused = this.client.answer(call(HttpMethod.valueOf(method), uri, body, "\"7\", W/\"0\""), 412);
		assertThat(refused.get("code").asString()).isEqualTo("PRECONDITION_FAILED");
		assertThat(refused.get("message").asString()).contains("version 0", "read it again");
		assertThat(this.client.admin(HttpMethod.GET, thing, null, 200)).isEqualTo(before);
		int status = this.client
			.answer(call(HttpMethod.valueOf(method), uri, body, "\"7\", \"0\""), statusOf(method, path))
			.get("statusCode")
			.asInt();
		assertThat(status).isNotEqualTo(412);
	}

	@Test
	void anyVersionWillDoForAStar() {
		String movie = MOVIES + this.client.newMovie();
		this.client.answer(call(HttpMethod.PATCH, movie, "{\"rating\":1}", "*"), 200);
		this.client.answer(call(HttpMethod.PATCH, movie, "{\"rating\":2}", "\"1\""), 200);
		this.client.answer(call(HttpMethod.PATCH, movie, "{\"rating\":3}", "\"1\""), 412);
	}

	@ParameterizedTest
	@ValueSource(strings = { "0", "\"0", "\"0\" \"1\"", "*, \"0\"", "w/\"0\"", "\"a b\"", "," })
	void refusesAHeaderThatIsNone(String header) {
		JsonNode answer = this.client.answer(call(HttpMethod.PATCH, MOVIES + this.client.newMovie(), "{}", header),
				400);
		assertThat(answer.get("errors").get(0).get("field").asString()).isEqualTo("If-Match");
	}

	@Test
	void oneOfManyWithTheSameVersionWins() throws Exception {
		String movie = MOVIES + this.client.newMovie();
		CyclicBarrier together = new CyclicBarrier(8);
		try (ExecutorService admins = Executors.newFixedThreadPool(8)) {
			for (int round = 0; round < 20; round++) {
				List<Callable<Integer>> edits = new ArrayList<>();
				for (int admin = 0; admin < 8; admin++) {
					String body = "{\"popularity\":%d}".formatted(admin + 10);
					String tag = "\"" + round + "\"";
					edits.add(() -> {
						together.await();
						return call(HttpMethod.PATCH, movie, body, tag).returnResult().getStatus().value();
					});
				}
				List<Integer> answers = new ArrayList<>();
				for (Future<Integer> answer : admins.invokeAll(edits)) {
					answers.add(answer.get());
				}
				assertThat(answers).filteredOn((status) -> status == 200).hasSize(1);
				assertThat(answers).filteredOn((status) -> status == 412).hasSize(7);
			}
		}
	}

	private static int statusOf(String method, String path) {
		return (path != null && path.equals("/complete")) ? 409 : method.equals("POST") ? 201 : 200;
	}

	private String show() {
		return this.client
			.admin(HttpMethod.POST, SHOWS.replaceFirst("/$", ""),
					CatalogClient.show(this.client.newMovie(), this.client.newVenue(), CatalogClient.inDays(4)), 201)
			.get("id")
			.asString();
	}

	private static String seats(String show) {
		return "{\"showId\":\"%s\",\"rows\":[\"C: RR_RR\"]}".formatted(show);
	}

	private String tag(HttpMethod method, String uri, String body) {
		return this.client.call(method, uri, body, this.client.tokens().admin())
			.returnResult()
			.getResponseHeaders()
			.getFirst(HttpHeaders.ETAG);
	}

	private org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec call(HttpMethod method, String uri,
			String body, String ifMatch) {
		return this.client.call(method, uri, body, this.client.tokens().admin(),
				(headers) -> headers.set(HttpHeaders.IF_MATCH, ifMatch));
	}

}
