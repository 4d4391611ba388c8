package io.marquee.gateway.cache;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import com.github.benmanes.caffeine.cache.Caffeine;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

import static io.marquee.gateway.cache.Area.CITIES;
import static io.marquee.gateway.cache.Area.MOVIES;
import static io.marquee.gateway.cache.Area.SHOWS;
import static io.marquee.gateway.cache.Area.VENUES;
import static org.assertj.core.api.Assertions.assertThat;

class CatalogFeedTests {

	private final Freshness freshness = new Freshness(Duration.ofSeconds(60), System::nanoTime);

	private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

	private final CatalogFeed feed = new CatalogFeed(Map.of(), this.freshness,
			new CacheMeters(this.meters, Caffeine.newBuilder().maximumWeight(1).weigher((k, v) -> 1).build()));

	@Test
	void touchesWhatAnEventCanChange() {
		assertThat(touchedBy("marquee.movie.changed")).containsExactly(MOVIES, SHOWS);
		assertThat(touchedBy("marquee.venue.changed")).containsExactly(MOVIES, VENUES, CITIES, SHOWS);
		for (String what : List.of("scheduled", "changed", "cancelled", "completed")) {
			assertThat(touchedBy("marquee.show." + what)).containsExactly(MOVIES, CITIES, SHOWS);
		}
	}

	@Test
	void takesAnEventItDoesNotKnowForAChangeToEverything() {
		assertThat(touchedBy("marquee.festival.opened")).containsExactly(Area.values());
		assertThat(touchedBy(null)).containsExactly(Area.values());
	}

	@Test
	void takesEverythingForChangedWhenItBeginsToRead() {
		this.feed.begun();

		assertThat(Arrays.stream(Area.values()).map(this.freshness::generation)).containsOnly(1L);
		assertThat(this.meters.get("marquee.gateway.cache.invalidations").tag("area", "shows").counter().count())
			.isEqualTo(1);
	}

	private List<Area> touchedBy(String type) {
		List<Long> before = generations();
		ConsumerRecord<String, byte[]> event = new ConsumerRecord<>("marquee.catalog.v1", 0, 0, "id", new byte[0]);
		if (type != null) {
			event.headers().add("ce_type", type.getBytes(StandardCharsets.UTF_8));
		}
		this.feed.read(event);
		List<Long> after = generations();
		return Arrays.stream(Area.values())
			.filter((area) -> !before.get(area.ordinal()).equals(after.get(area.ordinal())))
			.toList();
	}

	private List<Long> generations() {
		return Arrays.stream(Area.values()).map(this.freshness::generation).toList();
	}

}
