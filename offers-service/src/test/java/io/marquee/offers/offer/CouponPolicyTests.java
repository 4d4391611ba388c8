package io.marquee.offers.offer;

import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;

import io.marquee.platform.money.Money;
import org.junit.jupiter.api.Test;

import static io.marquee.offers.offer.OfferFixture.NOW;
import static io.marquee.offers.offer.OfferFixture.flatFrom;
import static io.marquee.offers.offer.OfferFixture.halfPrice;
import static io.marquee.offers.offer.OfferFixture.rupees;
import static io.marquee.offers.offer.OfferFixture.ticketsFor;
import static org.assertj.core.api.Assertions.assertThat;

class CouponPolicyTests {

	private static final Set<String> ANY = Set.of();

	@Test
	void givesACouponThatNothingSpeaksAgainst() {
		assertThat(refusals(halfPrice().build(), ticketsFor("500"))).isEmpty();
	}

	@Test
	void refusesACouponThatIsSwitchedOff() {
		assertThat(refusals(halfPrice().switchedOff().build(), ticketsFor("500"))).containsExactly("COUPON_INACTIVE");
	}

	@Test
	void isValidFromItsFirstInstantUntilBeforeItsLast() {
		assertThat(refusals(halfPrice().between(NOW, NOW.plusMillis(1)).build(), ticketsFor("500"))).isEmpty();
		assertThat(refusals(halfPrice().between(NOW.plusMillis(1), NOW.plus(1, ChronoUnit.DAYS)).build(),
				ticketsFor("500")))
			.containsExactly("COUPON_NOT_STARTED");
		assertThat(refusals(halfPrice().between(NOW.minusMillis(1), NOW).build(), ticketsFor("500")))
			.containsExactly("COUPON_EXPIRED");
	}

	@Test
	void isUsedUpAfterTheLastUse() {
		assertThat(halfPrice().used(9, 10).build().isUsedUp()).isFalse();
		assertThat(halfPrice().used(10, 10).build().isUsedUp()).isTrue();
	}

	@Test
	void refusesAnotherMovieVenueOrCity() {
		assertThat(refusals(halfPrice().onlyFor(Set.of("movie-2"), ANY, ANY).build(), ticketsFor("500")))
			.containsExactly("COUPON_NOT_FOR_MOVIE");
		assertThat(refusals(halfPrice().onlyFor(ANY, Set.of("venue-2"), ANY).build(), ticketsFor("500")))
			.containsExactly("COUPON_NOT_FOR_VENUE");
		assertThat(refusals(halfPrice().onlyFor(ANY, ANY, Set.of("Delhi")).build(), ticketsFor("500")))
			.containsExactly("COUPON_NOT_FOR_CITY");
	}

	@Test
	void readsACityInAnyCase() {
		assertThat(refusals(halfPrice().onlyFor(ANY, ANY, Set.of("MUMBAI")).build(), ticketsFor("500"))).isEmpty();
	}

	@Test
	void refusesADinnerCouponForTickets() {
		assertThat(refusals(halfPrice().category(OfferCategory.RESTAURANT).build(), ticketsFor("500")))
			.containsExactly("COUPON_NOT_FOR_TICKETS");
	}

	@Test
	void wantsItsMinimumOrderToTheCoin() {
		Offer offer = halfPrice().giving(flatFrom("100", "500.00")).build();
		assertThat(refusals(offer, ticketsFor("500.00"))).isEmpty();
		assertThat(refusals(offer, ticketsFor("499.99"))).containsExactly("COUPON_MINIMUM_NOT_REACHED");
	}

	@Test
	void doesNotJudgeTicketsThatNobodyNamed() {
		Offer offer = halfPrice().category(OfferCategory.RESTAURANT)
			.onlyFor(Set.of("movie-2"), Set.of("venue-2"), Set.of("Delhi"))
			.build();
		assertThat(refusals(offer, new Purchase(rupees("500"), null))).isEmpty();
	}

	@Test
	void namesAnotherCurrencyBeforeItComparesAmounts() {
		Offer offer = halfPrice().giving(flatFrom("100", "500.00")).build();
		assertThat(firstRefusal(offer, new Purchase(Money.of("10", "EUR"), null))).isEqualTo("COUPON_OTHER_CURRENCY");
	}

	private static List<String> refusals(Offer offer, Purchase purchase) {
		CouponPolicy.Claim claim = new CouponPolicy.Claim(purchase, NOW);
		return CouponPolicy.ALL.stream()
			.flatMap((policy) -> policy.judge(offer, claim).stream())
			.map(CouponPolicy.Refusal::code)
			.toList();
	}

	private static String firstRefusal(Offer offer, Purchase purchase) {
		CouponPolicy.Claim claim = new CouponPolicy.Claim(purchase, NOW);
		return CouponPolicy.ALL.stream()
			.flatMap((policy) -> policy.judge(offer, claim).stream())
			.findFirst()
			.orElseThrow()
			.code();
	}

}
