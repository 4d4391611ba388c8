package io.marquee.offers.redemption;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.UUID;

import io.cloudevents.CloudEvent;
import io.cloudevents.core.builder.CloudEventBuilder;
import io.marquee.offers.offer.Offer;
import org.bson.Document;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.http.HttpMethod;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * What is left of the coupons of an account that was closed.
 */
class ForgettingCustomersIT extends CouponIT {

	@Autowired
	private ForgettingCustomers forgetting;

	@Autowired
	private MongoTemplate mongo;

	private final String user = UUID.randomUUID().toString();

	@Test
	void redemptionsPointAtNobodyAndLimitsHold() {
		Offer offer = offer((builder) -> builder.limited(2, 1).forFirstBookings());
		reserve(offer, "b", this.user, "\"firstBooking\":true");
		this.following.held(id(offer, "b"));
		this.following.confirmed(id(offer, "b"));
		CloudEvent closed = closed();
		this.kafka.send("marquee.identity.v1", this.user, closed).join();
		this.kafka.send("marquee.identity.v1", this.user, closed).join();

		await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
			assertThat(stored(offer).toJson()).doesNotContain(this.user);
			assertThat(stored(offer).getString("userId")).startsWith("closed-");
		});

		String nobody = stored(offer).getString("userId");
		assertThat(stored(offer).getList("claims", String.class)).containsExactlyInAnyOrder(offer.id() + "#1",
				offer.id() + "#1@" + nobody, "first@" + nobody);
		assertThat(usage(offer).get("redeemed").asInt()).isOne();
		assertThat(reserve(offer, "c", "u-2", "\"firstBooking\":true").status()).isEqualTo(200);
		assertThat(reserve(offer, "d", "u-3", "\"firstBooking\":true").code()).isEqualTo("COUPON_USED_UP");
		this.following.ended(id(offer, "b"));
		assertThat(reserve(offer, "d", "u-3", "\"firstBooking\":true").status()).isEqualTo(200);
	}

	@Test
	void aLastRequestIsForgottenTooAndThenTheAccountItself() {
		Offer offer = offer((builder) -> builder.limited(1, null));
		this.forgetting.closed(this.user);
		this.forgetting.sweep();
		reserve(offer, "b", this.user);
		this.forgetting.sweep();
		assertThat(stored(offer).getString("userId")).startsWith("closed-");

		this.mongo.getCollection("closed_accounts")
			.updateOne(new Document("_id", this.user), new Document("$set",
					new Document("watchUntil", Date.from(Instant.now().minus(Duration.ofSeconds(1))))));
		this.forgetting.sweep();
		assertThat(this.mongo.getCollection("closed_accounts").countDocuments(new Document("_id", this.user))).isZero();
	}

	@Test
	void leavesARedemptionAloneThatHasJustChanged() {
		Offer offer = offer((builder) -> builder.limited(1, null));
		reserve(offer, "b", this.user);
		Redemption old = this.redemptions.find(id(offer, "b")).orElseThrow();
		this.following.confirmed(id(offer, "b"));

		this.redemptions.disown(old, "closed-too-late");

		assertThat(stored(offer).getString("userId")).isEqualTo(this.user);
		assertThat(state(offer, "b")).isEqualTo(Redemption.State.REDEEMED);
	}

	@Test
	void showsServicesAllThatIsHeldInPages() {
		Offer offer = offer((builder) -> builder.limited(1, null));
		reserve(offer, "b", this.user);
		String path = "/internal/users/" + this.user + "/data?after=";

		Answer page = send(HttpMethod.GET, path, this.tokens.service(), null);

		assertThat(page.body().get("items").size()).isOne();
		assertThat(page.body().get("items").get(0).get("couponCode").asString()).isEqualTo(offer.code());
		assertThat(page.body().path("next").asString("")).isEmpty();
		assertThat(send(HttpMethod.GET, path + id(offer, "b"), this.tokens.service(), null).body().get("items").size())
			.isZero();
		assertThat(send(HttpMethod.GET, path, this.tokens.user(this.user), null).status()).isEqualTo(403);
	}

	private Document stored(Offer offer) {
		return this.mongo.getCollection("redemptions").find(new Document("_id", id(offer, "b"))).first();
	}

	private CloudEvent closed() {
		return CloudEventBuilder.v1()
			.withId(UUID.randomUUID().toString())
			.withType("marquee.user.deleted")
			.withSource(URI.create("/auth-service"))
			.withSubject(this.user)
			.withDataContentType("application/json")
			.withData("{\"userId\":\"%s\",\"deletedAt\":\"2026-11-27T09:30:00Z\"}".formatted(this.user)
				.getBytes(StandardCharsets.UTF_8))
			.build();
	}

}
