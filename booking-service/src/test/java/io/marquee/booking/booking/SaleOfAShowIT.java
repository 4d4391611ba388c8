package io.marquee.booking.booking;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

import io.cloudevents.CloudEvent;
import io.cloudevents.core.builder.CloudEventBuilder;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.kafka.core.KafkaTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class SaleOfAShowIT extends BookingIT {

	private static final String SUSPENDED = "\"suspended\":[\"VENUE_INACTIVE\"],";

	@Autowired
	private KafkaTemplate<String, CloudEvent> kafka;

	@Test
	void opensWhenTheShowSays() {
		Instant opens = now().plus(Duration.ofHours(2));
		show("advance", "\"salesOpenAt\":\"" + opens + "\",\"suspended\":[],");
		Answer early = book("u-1", "A1");
		assertThat(early.status()).isEqualTo(409);
		assertThat(early.code()).isEqualTo("SALE_NOT_OPEN");
		assertThat(early.text()).contains(opens.toString());
		assertThat(seat("A1")).isEqualTo("available");
		this.clock.advance(Duration.ofHours(2));
		assertThat(book("u-1", "A1").status()).isEqualTo(201);
	}

	@Test
	void restsWhileTheShowIsSuspended() {
		show("suspended", SUSPENDED);
		Answer refused = book("u-1", "A1");
		assertThat(refused.status()).isEqualTo(409);
		assertThat(refused.code()).isEqualTo("SALE_SUSPENDED");
	}

	/** The event is enough: the catalogue is down and the show is known from before. */
	@Test
	void restsAndGoesOnAsTheEventsSayAndLetsAHoldBePaid() {
		show("toggled", "");
		Answer held = book("u-1", "A1");
		assertThat(held.status()).isEqualTo(201);
		neighbours.down(true);
		try {
			awaitTold("marquee.show.changed", "{\"suspended\":[\"MOVIE_INACTIVE\"]}", "B1", "SALE_SUSPENDED");
			awaitTold("marquee.show.changed", "{\"suspended\":[]}", "B2", "");
			awaitTold("marquee.show.changed", "{\"suspended\":[\"MOVIE_INACTIVE\"]}", "B3", "SALE_SUSPENDED");
			assertThat(confirm("u-1", held, "tok_visa").data("status")).isEqualTo("CONFIRMED");
		}
		finally {
			neighbours.down(false);
		}
	}

	@Test
	void endsWhenTheEventSaysThatTheShowIsOver() {
		show("completed", "");
		assertThat(book("u-1", "A1").status()).isEqualTo(201);
		neighbours.schedule(this.show, now().plus(Duration.ofHours(5)), "COMPLETED");
		awaitTold("marquee.show.completed", "{\"suspended\":[]}", "B1", "SHOW_NOT_ON_SALE");
	}

	private void show(String name, String more) {
		this.show = name + "-" + System.nanoTime();
		neighbours.schedule(this.show, now().plus(Duration.ofHours(5)), "SCHEDULED", more);
	}

	/** Told again and again, for the listener may still be on its way to the topic. */
	private void awaitTold(String type, String data, String seat, String code) {
		await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
			told(type, data);
			assertThat(book("u-2", seat).code()).isEqualTo(code);
		});
	}

	private void told(String type, String data) {
		CloudEvent event = CloudEventBuilder.v1()
			.withId(UUID.randomUUID().toString())
			.withType(type)
			.withSource(URI.create("/test"))
			.withSubject(this.show)
			.withDataContentType("application/json")
			.withData(data.getBytes(StandardCharsets.UTF_8))
			.build();
		this.kafka.send("marquee.catalog.v1", this.show, event).join();
	}

}
