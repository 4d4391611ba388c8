package io.marquee.offers.redemption;

import io.marquee.offers.offer.Offer;
import io.marquee.offers.offer.OfferFixture;
import io.marquee.offers.redemption.Redemption.State;
import io.marquee.platform.web.ApiException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;

class ClaimingCouponsTests {

	private final Offer offer = OfferFixture.halfPrice().limited(2, null).build();

	private final Redemption wanted = new Redemption("booking", this.offer.id(), this.offer.code(), "user",
			OfferFixture.rupees("500.00"), OfferFixture.rupees("250.00"), State.RESERVED, false, null, null, null,
			OfferFixture.NOW, OfferFixture.NOW, OfferFixture.NOW);

	private final CouponNumbers numbers = mock();

	private final ClaimingCoupons claiming = new ClaimingCoupons(mock(), this.numbers);

	@BeforeEach
	void allAreHandedOut() {
		given(this.numbers.next(this.offer)).willReturn(null);
	}

	@Test
	void waitsForANumberSomebodyElseIsOnlyTryingWith() {
		given(this.numbers.next(this.offer)).willReturn(null, null, 2);
		assertThat(this.claiming.claim(this.offer, this.wanted, (redemption) -> true).number()).isEqualTo(2);
		verify(this.numbers, never()).giveBack(anyString(), anyInt());
	}

	@Test
	void refusesAtOnceWhatIsClaimed() {
		given(this.numbers.allClaimed(this.offer)).willReturn(true);
		refusesAsUsedUp();
		verify(this.numbers).next(this.offer);
	}

	@Test
	void losesPatienceWithNumbersThatACrashMayHaveLost() {
		refusesAsUsedUp();
		verify(this.numbers, times(7)).next(this.offer);
	}

	private void refusesAsUsedUp() {
		assertThatExceptionOfType(ApiException.class)
			.isThrownBy(() -> this.claiming.claim(this.offer, this.wanted, (redemption) -> true))
			.extracting(ApiException::code)
			.isEqualTo("COUPON_USED_UP");
	}

}
