package io.marquee.offers.redemption;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import io.marquee.offers.offer.Offer;
import io.marquee.offers.redemption.Redemption.State;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import org.springframework.http.HttpMethod;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Coupons under attack: by many at once, by crashes between two writes, by events that
 * come twice or in the wrong order.
 */
class ReservingCouponsIT extends CouponIT {

	@Test
	void neverMoreAreReservedThanThereAreHoweverManyTryAtOnce() {
		Offer offer = offer((builder) -> builder.limited(20, null));
		List<Answer> answers = atOnce(50, (i) -> reserve(offer, "b-" + i, "u-" + i));
		assertThat(answers).filteredOn((answer) -> answer.status() == 200).hasSize(20);
		assertThat(answers).filteredOn((answer) -> answer.status() != 200)
			.allSatisfy((answer) -> assertThat(answer.code()).isEqualTo("COUPON_USED_UP"));
		JsonNode usage = usage(offer);
		assertThat(usage.get("reserved").asInt()).isEqualTo(20);
		assertThat(usage.get("left").asInt()).isZero();
	}

	@Test
	void whatComesAndGoesAtOnceNeverPassesTheLimitAndLeavesNothingBehind() {
		Offer offer = offer((builder) -> builder.limited(3, null));
		atOnce(60, (i) -> {
			Answer answer = reserve(offer, "b-" + i, "u-" + i);
			assertThat(this.redemptions.counting(offer.id())).isLessThanOrEqualTo(3);
			if (answer.status() == 200) {
				giveBack(offer, "b-" + i);
			}
			return answer;
		});
		assertThat(this.redemptions.counting(offer.id())).isZero();
		assertThat(atOnce(10, (i) -> reserve(offer, "c-" + i, "u-" + i).status())).filteredOn((s) -> s == 200)
			.hasSize(3);
	}

	@Test
	void aCustomerGetsItAsOftenAsOneCustomerMay() {
		Offer offer = offer((builder) -> builder.limited(50, 2));
		List<Answer> answers = atOnce(20, (i) -> reserve(offer, "b-" + i, "greedy"));
		assertThat(answers).filteredOn((answer) -> answer.status() == 200).hasSize(2);
		assertThat(answers).filteredOn((answer) -> answer.status() != 200)
			.allSatisfy((answer) -> assertThat(answer.code()).isEqualTo("COUPON_LIMIT_REACHED"));
		assertThat(atOnce(48, (i) -> reserve(offer, "other-" + i, "u-" + i).status())).as("no number was lost")
			.allMatch((status) -> status == 200);
	}

	@Test
	void oneFirstBookingIsAllThereIs() {
		Offer offer = offer((builder) -> builder.forFirstBookings());
		Offer another = offer((builder) -> builder.forFirstBookings());
		String user = "new-" + UUID.randomUUID();
		assertThat(reserve(offer, "b-old", user, "\"firstBooking\":false").code())
			.isEqualTo("COUPON_FIRST_BOOKING_ONLY");
		List<Answer> answers = atOnce(10,
				(i) -> reserve((i % 2 == 0) ? offer : another, "b-" + i, user, "\"firstBooking\":true"));
		assertThat(answers).filteredOn((answer) -> answer.status() == 200).hasSize(1);
	}

	@Test
	void aBookingReservesOnceHoweverOftenItAsks() {
		Offer offer = offer((builder) -> builder.limited(2, 1));
		List<Answer> answers = atOnce(10, (i) -> reserve(offer, "same", "u-1"));
		assertThat(answers).allSatisfy((answer) -> {
			assertThat(answer.status()).isEqualTo(200);
			assertThat(answer.body().get("payable").get("amount").asString()).isEqualTo("250.00");
		});
		assertThat(usage(offer).get("reserved").asInt()).isEqualTo(1);
		assertThat(reserve(offer, "other", "u-2").status()).isEqualTo(200);
	}

	@Test
	void whatIsGivenBackCanBeHadAgain() {
		Offer offer = offer((builder) -> builder.limited(1, null));
		reserve(offer, "one", "u-1");
		assertThat(reserve(offer, "two", "u-2").code()).isEqualTo("COUPON_USED_UP");
		giveBack(offer, "one");
		giveBack(offer, "one");
		assertThat(reserve(offer, "two", "u-2").status()).isEqualTo(200);
		assertThat(reserve(offer, "one", "u-1").code()).isEqualTo("COUPON_USED_UP");
		giveBack(offer, "two");
		assertThat(reserve(offer, "one", "u-1").status()).as("the same hold once more").isEqualTo(200);
		this.following.held(id(offer, "one"));
		giveBack(offer, "one");
		assertThat(state(offer, "one")).as("the booking is there after all").isEqualTo(State.RESERVED);
	}

	@Test
	void aRaisedLimitGivesMoreAndALoweredOneNoMore() {
		Offer offer = offer((builder) -> builder.limited(2, null));
		assertThat(atOnce(5, (i) -> reserve(offer, "a-" + i, "u-" + i).status())).filteredOn((s) -> s == 200)
			.hasSize(2);
		limit(offer, 3);
		assertThat(atOnce(5, (i) -> reserve(offer, "b-" + i, "u-" + i).status())).filteredOn((s) -> s == 200)
			.hasSize(1);
		limit(offer, 1);
		this.redemptions.all(offer.id(), List.of(State.RESERVED))
			.stream()
			.limit(2)
			.forEach((redemption) -> this.following.ended(redemption.bookingId()));
		assertThat(reserve(offer, "c", "u-9").code()).isEqualTo("COUPON_USED_UP");
	}

	@Test
	void aNumberLostByACrashIsFoundAgain() {
		Offer offer = offer((builder) -> builder.limited(3, null));
		this.numbers.next(offer);
		reserve(offer, "released", "u-1");
		this.redemptions.release(Redemptions.of(id(offer, "released"), State.RESERVED), State.RELEASED, Instant.now());
		reserve(offer, "kept", "u-2");
		assertThat(reserve(offer, "late", "u-3").code()).isEqualTo("COUPON_USED_UP");
		this.checking.findLostNumbers();
		this.checking.findLostNumbers();
		assertThat(atOnce(10, (i) -> reserve(offer, "b-" + i, "u-" + i).status())).filteredOn((s) -> s == 200)
			.hasSize(2);
	}

	@Test
	void wrongAdviceAboutFreeNumbersSellsNothingTwice() {
		Offer offer = offer((builder) -> builder.limited(2, null));
		reserve(offer, "a", "u-1");
		reserve(offer, "b", "u-2");
		this.numbers.giveBack(offer.id(), 1);
		this.numbers.giveBack(offer.id(), 2);
		assertThat(reserve(offer, "c", "u-3").code()).isEqualTo("COUPON_USED_UP");
		this.following.ended(id(offer, "a"));
		assertThat(reserve(offer, "c", "u-3").status()).isEqualTo(200);
	}

	@Test
	void opensTheInternalDoorToServicesOnly() {
		for (String token : List.of(this.tokens.admin(), this.tokens.user("u-1"))) {
			assertThat(send(HttpMethod.POST, "/internal/redemptions", token, "{}").status()).isEqualTo(403);
			assertThat(send(HttpMethod.DELETE, "/internal/redemptions/x", token, null).status()).isEqualTo(403);
		}
		assertThat(send(HttpMethod.GET, "/api/v1/admin/offers/none/usage", this.tokens.admin(), null).code())
			.isEqualTo("OFFER_NOT_FOUND");
		assertThat(send(HttpMethod.GET, "/api/v1/admin/offers/none/usage", this.tokens.staff(), null).status())
			.isEqualTo(403);
	}

}
