package io.marquee.catalog;

import java.io.IOException;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.PropertySource;
import org.springframework.http.HttpMethod;
import org.springframework.web.client.HttpServerErrorException;
import org.springframework.web.client.RestClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * What one replica writes, another finds.
 */
@CatalogIT
class ReplicasIT {

	private static final String MOVIES = "/api/v1/admin/movies";

	private static final String SHOWS = "/api/v1/admin/shows";

	@Autowired
	private CatalogClient client;

	@Autowired
	private ConfigurableEnvironment environment;

	@Autowired
	private JsonMapper json;

	private ConfigurableApplicationContext replica;

	@AfterEach
	void stop() {
		this.replica.close();
	}

	@Test
	void findsAtItsStartWhatIsThereAndSoonWhatOthersWrite() {
		String before = this.client.newMovie("Quokka Before");
		startReplica(Map.of("marquee.catalog.look-every", "PT1H"));
		// 503 as long as it still reads the catalogue.
		await().atMost(Duration.ofSeconds(30))
			.ignoreExceptionsInstanceOf(HttpServerErrorException.ServiceUnavailable.class)
			.until(() -> read("/actuator/health/readiness").get("status").asString().equals("UP"));
		assertThat(ids("/api/v1/user/movies/search?q=quokka")).contains(before);
		// Nothing but events tells it of what is written from the moment it listens.
		await().atMost(Duration.ofSeconds(30)).until(() -> {
			this.client.newMovie("Quokka Listens");
			return !ids("/api/v1/user/movies/search?q=quokka+listens").isEmpty();
		});
		String now = this.client.newMovie("Quokka Now");
		JsonNode venue = this.client.newVenue();
		String show = this.client
			.admin(HttpMethod.POST, SHOWS, CatalogClient.show(now, venue, CatalogClient.inDays(2)), 201)
			.get("id")
			.asString();
		soon().untilAsserted(() -> {
			assertThat(ids("/api/v1/user/movies?q=quokka&city=testpur&format=2D")).contains(now);
			assertThat(ids("/api/v1/user/shows?movieId=" + now)).contains(show);
		});
		this.client.admin(HttpMethod.PATCH, SHOWS + "/" + show + "/cancel", null, 200);
		assertThat(ids("/api/v1/user/shows?movieId=" + now)).doesNotContain(show);
		soon().untilAsserted(() -> assertThat(ids("/api/v1/user/movies?q=quokka&city=testpur")).doesNotContain(now));
		this.client.admin(HttpMethod.DELETE, MOVIES + "/" + now, null, 200);
		soon().untilAsserted(
				() -> assertThat(read("/api/v1/user/movies/search?q=quokka+now").at("/data/totalItems").asInt())
					.isZero());
	}

	@Test
	void findsWhatOthersWriteWhileKafkaIsDown() throws IOException {
		try (ServerSocket unused = new ServerSocket(0)) {
			startReplica(Map.of("spring.kafka.bootstrap-servers", "localhost:" + unused.getLocalPort(),
					"marquee.revocations.enabled", "false"));
		}
		// 503 as long as it still reads the catalogue.
		await().atMost(Duration.ofSeconds(30))
			.ignoreExceptionsInstanceOf(HttpServerErrorException.ServiceUnavailable.class)
			.until(() -> read("/actuator/health/readiness").get("status").asString().equals("UP"));
		String movie = this.client.newMovie("Wombat Unheard");
		await().atMost(Duration.ofSeconds(30))
			.until(() -> ids("/api/v1/user/movies/search?q=wombat+unheard").contains(movie));
	}

	/** A second is promised, but no test asserts a time: the machine may be busy. */
	private static ConditionFactory soon() {
		return await().pollInterval(Duration.ofMillis(50));
	}

	private void startReplica(Map<String, Object> differently) {
		PropertySource<?> shared = Objects.requireNonNull(this.environment.getPropertySources().get("service-it"));
		this.replica = new SpringApplicationBuilder(CatalogServiceApplication.class).initializers((context) -> {
			context.getEnvironment().getPropertySources().addFirst(shared);
			context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("replica", differently));
		})
			.run("--server.port=0", "--spring.cloud.config.enabled=false", "--eureka.client.enabled=false",
					"--logging.structured.format.console=");
	}

	private List<String> ids(String uri) {
		return read(uri).at("/data/items").valueStream().map((item) -> item.get("id").asString()).toList();
	}

	private JsonNode read(String uri) {
		String port = this.replica.getEnvironment().getRequiredProperty("local.server.port");
		return this.json.readTree(Objects.requireNonNull(
				RestClient.create("http://localhost:" + port).get().uri(uri).retrieve().body(String.class)));
	}

}
