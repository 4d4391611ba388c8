package io.marquee.catalog;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.cloudevents.CloudEvent;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.AlterConfigOp.OpType;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.http.HttpMethod;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.KafkaAdmin;

import io.marquee.catalog.movie.Movie;
import io.marquee.catalog.movie.MovieChanged;
import io.marquee.catalog.movie.MovieDetails;
import io.marquee.catalog.show.Film;
import io.marquee.catalog.show.Place;
import io.marquee.catalog.show.SaleWindow;
import io.marquee.catalog.show.Show;
import io.marquee.catalog.show.ShowEvent;
import io.marquee.catalog.store.Keys;
import io.marquee.catalog.store.State;
import io.marquee.catalog.venue.SalesTerms;
import io.marquee.catalog.venue.Screen;
import io.marquee.catalog.venue.Venue;
import io.marquee.catalog.venue.VenueChanged;
import io.marquee.catalog.venue.VenueDetails;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** What a consumer that comes late knows: the last record of each key, and no more. */
@CatalogIT
class RebuildingIT {

	private static final String TOPIC = "marquee.catalog.v1";

	private static final String SHOWS = "/api/v1/admin/shows";

	@Autowired
	private CatalogClient client;

	@Autowired
	private MongoTemplate mongo;

	@Autowired
	private ConsumerFactory<String, CloudEvent> consumers;

	@Autowired
	private KafkaAdmin admin;

	@Autowired
	private JsonMapper json;

	@Test
	void theTopicKeepsTheLastEventOfEachKeyWhoeverMadeIt() throws Exception {
		ConfigResource topic = new ConfigResource(ConfigResource.Type.TOPIC, TOPIC);
		try (Admin kafka = Admin.create(this.admin.getConfigurationProperties())) {
			kafka
				.incrementalAlterConfigs(Map.of(topic,
						List.of(new AlterConfigOp(new ConfigEntry("cleanup.policy", "delete"), OpType.SET))))
				.all()
				.get();
			this.admin.initialize();
			await().atMost(Duration.ofSeconds(30))
				.untilAsserted(() -> assertThat(
						kafka.describeConfigs(List.of(topic)).all().get().get(topic).get("cleanup.policy").value())
					.isEqualTo("compact"));
		}
	}

	@Test
	void aNewConsumerRebuildsTheCatalogueFromTheTopicAlone() {
		Made made = make();
		await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
			assertThat(waiting("movies", made.movies())).isZero();
			assertThat(waiting("venues", made.venues())).isZero();
			assertThat(waiting("shows", made.shows())).isZero();
			Map<String, String> last = lastOfEachKey();
			for (String id : made.movies()) {
				assertThat(movie(read(last, id, MovieChanged.class)))
					.isEqualTo(stored(id, Movie.class).withOutbox(List.of()));
			}
			for (String id : made.venues()) {
				assertThat(venue(read(last, id, VenueChanged.class)))
					.isEqualTo(stored(id, Venue.class).withOutbox(List.of()));
			}
			for (String id : made.shows()) {
				Show stored = stored(id, Show.class);
				assertThat(show(read(last, id, ShowEvent.class), stored)).isEqualTo(stored.withOutbox(List.of()));
			}
		});
	}

	/** Something of every kind, in every state, with all that can be said of it. */
	private Made make() {
		Made made = new Made(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
		for (int i = 0; i < 4; i++) {
			String external = "rebuild-" + System.nanoTime();
			JsonNode venue = this.client.admin(HttpMethod.POST, "/api/v1/admin/venues",
					with(CatalogClient.venue("Rebuilt"), """
							"externalId":"%s","bookingCutOffMinutes":20,
							"cancellationPolicy":[{"hoursBefore":9,"refundPercent":70}],""".formatted(external)), 201);
			String movie = this.client
				.admin(HttpMethod.POST, "/api/v1/admin/movies", with(CatalogClient.movie("Rebuilt"), """
						"externalId":"%s","synopsis":"All of it.","originalTitle":"Neu","popularity":7,
						"posterUrl":"https://example.org/p.jpg",""".formatted(external)), 201)
				.get("id")
				.asString();
			made.movies().add(movie);
			made.venues().add(venue.get("id").asString());
			for (int day = 3; day < 6; day++) {
				String body = with(CatalogClient.show(movie, venue, CatalogClient.inDays(day)),
						"\"externalId\":\"%s\",\"salesOpenAt\":\"%s\",".formatted(external + day,
								CatalogClient.inDays(1)));
				made.shows().add(this.client.admin(HttpMethod.POST, SHOWS, body, 201).get("id").asString());
			}
		}
		this.client.admin(HttpMethod.PATCH, "/api/v1/admin/movies/" + made.movies().get(1) + "/toggle", null, 200);
		this.client.admin(HttpMethod.PATCH, "/api/v1/admin/movies/" + made.movies().get(2), "{\"title\":\"Anew\"}",
				200);
		this.client.admin(HttpMethod.PATCH, "/api/v1/admin/venues/" + made.venues().get(2), "{\"name\":\"Anew\"}", 200);
		this.client.admin(HttpMethod.PATCH, "/api/v1/admin/venues/" + made.venues().get(0) + "/toggle", null, 200);
		this.client.admin(HttpMethod.PATCH, SHOWS + "/" + made.shows().get(7) + "/cancel", "{\"reason\":\"Flood\"}",
				200);
		String gone = this.client.newMovie();
		this.client.admin(HttpMethod.DELETE, "/api/v1/admin/movies/" + gone, null, 200);
		made.movies().add(gone);
		return made;
	}

	private Map<String, String> lastOfEachKey() {
		Map<String, String> last = new HashMap<>();
		try (Consumer<String, CloudEvent> consumer = this.consumers.createConsumer("rebuilding", "late")) {
			List<TopicPartition> partitions = consumer.partitionsFor(TOPIC)
				.stream()
				.map((partition) -> new TopicPartition(TOPIC, partition.partition()))
				.toList();
			consumer.assign(partitions);
			consumer.seekToBeginning(partitions);
			Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
			while (ends.entrySet().stream().anyMatch((end) -> consumer.position(end.getKey()) < end.getValue())) {
				for (ConsumerRecord<String, CloudEvent> record : consumer.poll(Duration.ofMillis(200))) {
					last.put(record.key(), new String(record.value().getData().toBytes(), StandardCharsets.UTF_8));
				}
			}
		}
		return last;
	}

	private long waiting(String collection, Collection<String> ids) {
		return this.mongo.count(new Query(Criteria.where("_id").in(ids).and("outbox.0").exists(true)), collection);
	}

	private <T> T read(Map<String, String> last, String id, Class<T> type) {
		return this.json.readValue(last.get(id), type);
	}

	private <T> T stored(String id, Class<T> type) {
		return this.mongo.findById(id, type);
	}

	private static Movie movie(MovieChanged event) {
		MovieDetails details = new MovieDetails(event.title(), event.originalTitle(), event.languages(), event.genres(),
				event.certificate(), event.durationMinutes(), event.cast(), event.directors(), event.synopsis(),
				event.rating(), event.releaseDate(), event.popularity(), event.posterUrl(), event.externalId());
		return new Movie(event.movieId(), event.version(), details, Keys.of(event.genres()), Keys.of(event.languages()),
				state(event.active(), event.deleted()), event.createdAt(), event.occurredAt(), List.of());
	}

	private static Venue venue(VenueChanged event) {
		List<Screen> screens = event.screens()
			.stream()
			.map((room) -> new Screen(room.screenId(), room.name(), room.layout()))
			.toList();
		VenueDetails details = new VenueDetails(event.name(), event.address(), event.city(), event.coordinates(),
				event.timeZone(), event.amenities(), screens,
				new SalesTerms(event.cancellationPolicy(), event.bookingCutOffMinutes()), event.externalId());
		return new Venue(event.venueId(), event.version(), details, Keys.of(event.city()), Keys.of(event.amenities()),
				state(event.active(), event.deleted()), event.createdAt(), event.occurredAt(), List.of());
	}

	/** But for what only this service needs, and what the bookings tell. */
	private static Show show(ShowEvent event, Show stored) {
		Film film = new Film(event.movieId(), event.movieTitle(), event.genres(), Keys.of(event.genres()),
				event.certificate(), event.durationMinutes(), event.posterUrl());
		Place place = new Place(event.venueId(), event.venueName(), event.city(), Keys.of(event.city()),
				event.timeZone(), event.screenId(), event.screenName(), event.bookingCutOffMinutes());
		SaleWindow sale = (event.salesOpenAt() != null || event.salesCloseAt() != null)
				? new SaleWindow(event.salesOpenAt(), event.salesCloseAt()) : null;
		return new Show(event.showId(), event.version(), film, place, event.startsAt(), event.endsAt(),
				event.startsAt().atZone(place.zone()).toLocalDate().toString(), event.language(),
				Keys.of(event.language()), event.format(), new EnumMap<>(event.prices()), event.layout(),
				event.seatsTotal(), event.status(), event.cancelReason(), stored.slots(), sale,
				event.suspended().isEmpty() ? null : Set.copyOf(event.suspended()), event.externalId(),
				stored.seatsTaken(), event.createdAt(), event.occurredAt(), List.of());
	}

	private static State state(boolean active, boolean deleted) {
		return deleted ? State.DELETED : active ? State.ACTIVE : State.INACTIVE;
	}

	private static String with(String body, String more) {
		return body.replaceFirst("\\{", "{" + more);
	}

	private record Made(List<String> movies, List<String> venues, List<String> shows) {

	}

}
