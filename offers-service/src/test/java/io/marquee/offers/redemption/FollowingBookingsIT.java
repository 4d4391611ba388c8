package io.marquee.offers.redemption;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;

import io.cloudevents.CloudEvent;
import io.cloudevents.core.builder.CloudEventBuilder;
import io.marquee.offers.offer.Offer;
import io.marquee.offers.redemption.Redemption.State;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.http.HttpMethod;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * What becomes of a coupon after its hold, told by events that come twice, in the wrong
 * order or never.
 */
class FollowingBookingsIT extends CouponIT {

	@ParameterizedTest
	@CsvSource({ "'held,confirmed', REDEEMED", "'held,failed', RELEASED", "'held,open,confirmed', REDEEMED",
			"'held,open,failed', RELEASED", "'held,released', ENDED", "'held,confirmed,cancelled,refunded', ENDED",
			"'held,open,refunded', ENDED", "'held,failed,refunded', ENDED", "'held,confirmed,admitted', REDEEMED" })
	void eventsThatComeTwiceAndOutOfOrderComeToTheSame(String history, State end) {
		for (int seed = 0; seed < 12; seed++) {
			Offer offer = offer((builder) -> builder.limited(1, 1));
			reserve(offer, "b", "u-1");
			List<String> events = new ArrayList<>(List.of(history.split(",")));
			events.addAll(events);
			Collections.shuffle(events, new Random(seed));
			events.forEach((event) -> happens(event, id(offer, "b")));
			assertThat(state(offer, "b")).as(events.toString()).isEqualTo(end);
			boolean free = end == State.ENDED || end == State.RELEASED;
			assertThat(reserve(offer, "next", "u-1").status()).as(events.toString()).isEqualTo(free ? 200 : 409);
		}
	}

	@Test
	void aPromiseThatCameBackLateIsKeptAndShown() {
		Offer offer = offer((builder) -> builder.limited(1, null));
		reserve(offer, "late", "u-1");
		this.following.failed(id(offer, "late"));
		reserve(offer, "other", "u-2");
		this.following.confirmed(id(offer, "late"));
		this.following.confirmed(id(offer, "late"));
		assertThat(usage(offer).get("beyondLimit").asInt()).isEqualTo(1);
		assertThat(reserve(offer, "more", "u-3").code()).isEqualTo("COUPON_USED_UP");
		this.following.ended(id(offer, "late"));
		assertThat(usage(offer).get("redeemed").asInt()).isZero();
	}

	@Test
	void followsTheBookingsTopicIntoTheCountsOfTheOffer() {
		Offer offer = offer((builder) -> builder.limited(5, null));
		reserve(offer, "b", "u-1");
		send("marquee.booking.held", "HELD", offer, false);
		send("marquee.booking.expired", "EXPIRED", offer, true);
		send("marquee.booking.confirmed", "CONFIRMED", offer, false);
		send("marquee.ticket.admitted", "CONFIRMED", offer, false);
		await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThat(usedCount(offer)).isEqualTo(1));
		assertThat(usage(offer).get("discountGiven").get("amount").asString()).isEqualTo("250.00");
		send("marquee.booking.cancelled", "REFUND_PENDING", offer, false);
		await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThat(usedCount(offer)).isZero());
		assertThat(usage(offer).get("left").asInt()).isEqualTo(5);
	}

	private void happens(String event, String booking) {
		switch (event) {
			case "held", "open" -> this.following.held(booking);
			case "confirmed" -> this.following.confirmed(booking);
			case "failed" -> this.following.failed(booking);
			case "released", "cancelled", "refunded" -> this.following.ended(booking);
			default -> assertThat(event).isEqualTo("admitted");
		}
	}

	private void send(String type, String status, Offer offer, boolean paymentOpen) {
		String booking = id(offer, "b");
		String data = "{\"bookingId\":\"%s\",\"status\":\"%s\",\"offerId\":\"%s\",\"paymentOpen\":%s,\"seats\":[\"A1\"]}"
			.formatted(booking, status, offer.id(), paymentOpen);
		CloudEvent event = CloudEventBuilder.v1()
			.withId(UUID.randomUUID().toString())
			.withType(type)
			.withSource(URI.create("/booking-service"))
			.withSubject(booking)
			.withDataContentType("application/json")
			.withData(data.getBytes(StandardCharsets.UTF_8))
			.build();
		this.kafka.send("marquee.bookings.v1", booking, event).join();
	}

	private int usedCount(Offer offer) {
		return send(HttpMethod.GET, "/api/v1/admin/offers/" + offer.id(), this.tokens.admin(), null).body()
			.get("data")
			.get("usedCount")
			.asInt();
	}

	@Test
	void tellsACustomerWhatABookingGotAndWhyAnotherGetsNothing() {
		Offer offer = offer((builder) -> builder.limited(5, null));
		reserve(offer, "b", "u-1");
		String use = "/api/v1/user/offers/" + offer.id() + "/use";
		String body = "{\"bookingId\":\"" + id(offer, "b") + "\"}";
		assertThat(send(HttpMethod.POST, use, this.tokens.user("u-1"), body).body()
			.get("data")
			.get("discount")
			.get("amount")
			.asString()).isEqualTo("250.00");
		assertThat(send(HttpMethod.POST, use, this.tokens.user("u-2"), body).code()).isEqualTo("BOOKING_PRICE_FIXED");
		assertThat(send(HttpMethod.POST, use, this.tokens.user("u-1"), "{}").status()).isEqualTo(400);
	}

	@Test
	void aHoldThatNeverCameToBeGivesItsCouponBack() {
		Offer offer = offer((builder) -> builder.limited(2, null));
		String past = "\"reservedUntil\":\"" + Instant.now().minus(Duration.ofMinutes(2)) + "\"";
		reserve(offer, "lost", "u-1", past);
		reserve(offer, "there", "u-2", past);
		bookings.hold(id(offer, "there"));
		bookings.down(true);
		this.checking.askForUnknownBookings();
		assertThat(state(offer, "lost")).as("nobody can tell").isEqualTo(State.RESERVED);
		bookings.down(false);
		await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
			this.checking.askForUnknownBookings();
			assertThat(state(offer, "lost")).isEqualTo(State.RELEASED);
		});
		assertThat(state(offer, "there")).isEqualTo(State.RESERVED);
		assertThat(this.redemptions.find(id(offer, "there")).orElseThrow().due()).isNull();
	}

}
