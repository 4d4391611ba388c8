package io.marquee.booking.booking;

import java.time.Duration;
import java.time.Instant;

import io.marquee.booking.booking.Cancellation.Reason;
import io.marquee.booking.payment.Charge;
import io.marquee.booking.payment.PaymentMethod.Type;
import io.marquee.platform.money.Money;
import org.junit.jupiter.api.Test;

import static io.marquee.booking.booking.BookingFixture.ANSWER;
import static io.marquee.booking.booking.BookingFixture.HOLD;
import static io.marquee.booking.booking.BookingFixture.NOW;
import static io.marquee.booking.booking.BookingFixture.charge;
import static io.marquee.booking.booking.BookingFixture.hold;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class BookingTests {

	private static final Instant AFTER_HOLD = NOW.plus(HOLD);

	@Test
	void holdClaimsSeatsAndAsManyPlacesOfItsOwner() {
		assertThat(hold("A1", "A2").progress().claims()).containsExactly("show-1:A1", "show-1:A2",
				"user:user-1:show-1:1", "user:user-1:show-1:2");
	}

	@Test
	void paidHoldIsConfirmedAndKeepsItsSeats() {
		Booking paying = paying();
		Change change = paying.paid(charge(paying, Charge.Status.SUCCEEDED), NOW);
		Booking confirmed = change.after();
		assertThat(confirmed.status()).isEqualTo(BookingStatus.CONFIRMED);
		assertThat(confirmed.progress().claims()).isNotNull();
		assertThat(confirmed.progress().due()).isNull();
		assertThat(confirmed.progress().ledger()).singleElement()
			.satisfies((entry) -> assertThat(entry.amount()).isEqualTo(Money.of("500.00", "INR")));
		assertThat(change.event()).isEqualTo(BookingEventType.CONFIRMED);
		assertThat(confirmed.paid(charge(paying, Charge.Status.SUCCEEDED), NOW).isNone()).isTrue();
	}

	@Test
	void declinedPaymentLeavesTheHoldAndANewAttemptHasANewKey() {
		Booking paying = paying();
		Change change = paying.declined(charge(paying, Charge.Status.DECLINED), NOW);
		assertThat(change.after().status()).isEqualTo(BookingStatus.HELD);
		assertThat(change.event()).isEqualTo(BookingEventType.PAYMENT_FAILED);
		Booking again = change.after().startPaying(Type.UPI, NOW, ANSWER).after();
		assertThat(again.paymentKey()).isNotEqualTo(paying.paymentKey());
		assertThat(again.declined(charge(paying, Charge.Status.DECLINED), NOW).isNone())
			.as("news of the first attempt do not touch the second")
			.isTrue();
	}

	@Test
	void declineAfterTheHoldFreesTheSeats() {
		Booking paying = paying();
		Booking failed = paying.declined(charge(paying, Charge.Status.DECLINED), AFTER_HOLD).after();
		assertThat(failed.status()).isEqualTo(BookingStatus.FAILED);
		assertThat(failed.progress().claims()).isNull();
	}

	@Test
	void holdThatIsOverCannotBePaidNorOneThatIsNotOverExpire() {
		assertThatExceptionOfType(IllegalTransitionException.class)
			.isThrownBy(() -> hold("A1").startPaying(Type.CARD, AFTER_HOLD, ANSWER));
		assertThatExceptionOfType(IllegalTransitionException.class)
			.isThrownBy(() -> hold("A1").expire(AFTER_HOLD.minusMillis(1)));
		assertThat(hold("A1").expire(AFTER_HOLD).after().status()).isEqualTo(BookingStatus.EXPIRED);
	}

	@Test
	void paymentUnderWayOutlivesTheHoldUntilTheProviderWasAsked() {
		Booking paying = paying();
		assertThatExceptionOfType(IllegalTransitionException.class).isThrownBy(() -> paying.expire(AFTER_HOLD));
		Booking untold = paying.notTold(AFTER_HOLD).after();
		assertThat(untold.status()).isEqualTo(BookingStatus.PAYING);
		Booking expired = untold.stillOpen(true, AFTER_HOLD).after();
		assertThat(expired.status()).isEqualTo(BookingStatus.EXPIRED);
		assertThat(expired.progress().claims()).isNull();
		assertThat(expired.progress().due()).as("the money is watched on").isNotNull();
	}

	@Test
	void lateMoneyTakesTheSeatsAgain() {
		Booking expired = paying().stillOpen(true, AFTER_HOLD).after();
		Booking confirmed = expired.paid(charge(expired, Charge.Status.SUCCEEDED), AFTER_HOLD.plusSeconds(9)).after();
		assertThat(confirmed.status()).isEqualTo(BookingStatus.CONFIRMED);
		assertThat(confirmed.progress().claims()).contains("show-1:A1", "show-1:A2");
		assertThat(confirmed.progress().occupies()).isEqualTo("show-1");
	}

	@Test
	void lateMoneyForAShowThatBeganOrForSoldSeatsGoesBack() {
		Booking expired = paying().stillOpen(true, AFTER_HOLD).after();
		Charge charge = charge(expired, Charge.Status.SUCCEEDED);
		Booking tooLate = expired.paid(charge, expired.show().startsAt()).after();
		assertThat(tooLate.status()).isEqualTo(BookingStatus.REFUND_PENDING);
		Booking pending = expired.refundInstead(charge, AFTER_HOLD).after();
		Booking refunded = pending.refunded("re_1", AFTER_HOLD).after();
		assertThat(refunded.status()).isEqualTo(BookingStatus.REFUNDED);
		assertThat(refunded.progress().ledger()).extracting(LedgerEntry::kind)
			.containsExactly(LedgerEntry.Kind.CHARGE, LedgerEntry.Kind.REFUND);
	}

	@Test
	void anotherAmountThanAskedForIsACaseForAPerson() {
		Booking paying = paying();
		Charge odd = new Charge("ch_odd", paying.id().paymentId(), paying.paymentKey(), Money.of("1.00", "INR"),
				Charge.Status.SUCCEEDED, null);
		assertThat(paying.paid(odd, NOW).after().status()).isEqualTo(BookingStatus.REVIEW);
	}

	@Test
	void requestNeverSentLeavesTheHoldButNotIfAnEarlierOneMayHaveBeen() {
		assertThat(paying().notSent(NOW).after().status()).isEqualTo(BookingStatus.HELD);
		Booking again = paying().payAgain(NOW.plus(ANSWER), ANSWER).after();
		assertThat(again.paymentKey()).isEqualTo(again.id().paymentId() + "-1");
		assertThat(again.notSent(NOW.plus(ANSWER)).after().status()).isEqualTo(BookingStatus.PAYING);
	}

	@Test
	void paymentLeftAloneWithinItsTimeIsNotTakenUp() {
		assertThatExceptionOfType(IllegalTransitionException.class).isThrownBy(() -> paying().payAgain(NOW, ANSWER));
	}

	@Test
	void paymentNobodyCanTellOfIsGivenUpAfterADay() {
		Booking expired = paying().stillOpen(false, AFTER_HOLD).after();
		Instant nextDay = AFTER_HOLD.plus(Duration.ofDays(1));
		Booking closed = expired.stillOpen(false, nextDay).after();
		assertThat(closed.status()).isEqualTo(BookingStatus.EXPIRED);
		assertThat(closed.progress().due()).isNull();
		assertThat(expired.stillOpen(true, nextDay).after().status()).isEqualTo(BookingStatus.REVIEW);
	}

	@Test
	void cancellationFreesTheSeatsAndGivesBackWhatTheVenuePromised() {
		Change change = confirmed().cancel(cancellation(Reason.CUSTOMER, NOW));
		assertThat(change.event()).isEqualTo(BookingEventType.CANCELLED);
		assertThat(change.after().status()).isEqualTo(BookingStatus.REFUND_PENDING);
		assertThat(change.after().progress().claims()).isNull();
		assertThat(change.after().refundUnderWay().amount()).as("half, three hours before")
			.isEqualTo(Money.of("250.00", "INR"));
		Booking refunded = change.after().refunded("re_1", NOW).after();
		assertThat(refunded.status()).isEqualTo(BookingStatus.REFUNDED);
		assertThat(refunded.balance()).isEqualTo(Money.of("250.00", "INR"));
	}

	@Test
	void cancellationShortBeforeTheShowGivesNothingBackAndAfterItsStartThereIsNone() {
		Booking confirmed = confirmed();
		Instant start = confirmed.show().startsAt();
		Booking cancelled = confirmed.cancel(cancellation(Reason.CUSTOMER, start.minusSeconds(60))).after();
		assertThat(cancelled.status()).isEqualTo(BookingStatus.CANCELLED);
		assertThat(cancelled.progress().due()).isNull();
		assertThatExceptionOfType(IllegalTransitionException.class)
			.isThrownBy(() -> confirmed.cancel(cancellation(Reason.CUSTOMER, start)));
	}

	@Test
	void cancelledShowGivesEverythingBackAndAlsoMoneyThatIsStillOnItsWay() {
		Booking confirmed = confirmed().showCancelled(NOW).after();
		assertThat(confirmed.refundUnderWay().amount()).isEqualTo(confirmed.price().total());
		Booking paying = paying().showCancelled(NOW).after();
		assertThat(paying.status()).isEqualTo(BookingStatus.CANCELLED);
		assertThat(paying.progress().due()).as("the money is watched on").isNotNull();
		Booking late = paying.paid(charge(paying, Charge.Status.SUCCEEDED), NOW).after();
		assertThat(late.status()).isEqualTo(BookingStatus.REFUND_PENDING);
		Booking expired = paying().stillOpen(true, AFTER_HOLD).after().showCancelled(AFTER_HOLD).after();
		assertThat(expired.paid(charge(expired, Charge.Status.SUCCEEDED), AFTER_HOLD).after().status())
			.isEqualTo(BookingStatus.REFUND_PENDING);
	}

	@Test
	void staffGivesBackNoMoreThanWhatWasPaidAndEachRefundHasItsKey() {
		Booking confirmed = confirmed();
		Cancellation staff = cancellation(Reason.STAFF, NOW);
		assertThatExceptionOfType(IllegalTransitionException.class)
			.isThrownBy(() -> confirmed.refundByHand(Money.of("500.01", "INR"), staff));
		Booking first = confirmed.refundByHand(Money.of("100.00", "INR"), staff).after();
		Booking second = first.refunded("re_1", NOW).after().refundByHand(Money.of("400.00", "INR"), staff).after();
		assertThat(second.refundKey()).isNotEqualTo(first.refundKey());
		Booking done = second.refunded("re_2", NOW).after();
		assertThat(done.balance()).isEqualTo(Money.of("0.00", "INR"));
		assertThatExceptionOfType(IllegalTransitionException.class)
			.isThrownBy(() -> done.refundByHand(Money.of("0.01", "INR"), staff));
	}

	@Test
	void refundNobodyTakesIsACaseForAPersonWhoAsksForTheSameOneAgain() {
		Booking booking = confirmed().showCancelled(NOW).after();
		String key = booking.refundKey();
		for (int i = 0; booking.status() == BookingStatus.REFUND_PENDING; i++) {
			assertThat(i).isLessThan(100);
			booking = booking.refundDelayed(NOW).after();
		}
		assertThat(booking.status()).isEqualTo(BookingStatus.REVIEW);
		Booking review = booking;
		Cancellation staff = cancellation(Reason.STAFF, NOW);
		assertThatExceptionOfType(IllegalTransitionException.class)
			.isThrownBy(() -> review.refundByHand(Money.of("100.00", "INR"), staff));
		assertThat(review.refundByHand(Money.of("500.00", "INR"), staff).after().refundKey()).isEqualTo(key);
	}

	@Test
	void ticketAdmitsOnceAndTheSameScanAgainChangesNothing() {
		Change change = confirmed().admit(new Admission(NOW, "staff-1", "n-1"));
		assertThat(change.event()).isEqualTo(BookingEventType.ADMITTED);
		Booking admitted = change.after();
		assertThat(admitted.admit(new Admission(NOW.plusSeconds(1), "staff-1", "n-1")).isNone()).isTrue();
		assertThatExceptionOfType(IllegalTransitionException.class)
			.isThrownBy(() -> admitted.admit(new Admission(NOW, "staff-1", "n-2")));
		assertThatExceptionOfType(IllegalTransitionException.class)
			.isThrownBy(() -> admitted.cancel(cancellation(Reason.CUSTOMER, NOW)));
		assertThatExceptionOfType(IllegalTransitionException.class)
			.isThrownBy(() -> paying().admit(new Admission(NOW, "staff-1", "n-1")));
	}

	private static Booking confirmed() {
		Booking paying = paying();
		return paying.paid(charge(paying, Charge.Status.SUCCEEDED), NOW).after();
	}

	private static Cancellation cancellation(Reason reason, Instant at) {
		return new Cancellation(reason, "user-1", null, at);
	}

	private static Booking paying() {
		return hold("A1", "A2").startPaying(Type.CARD, NOW, ANSWER).after();
	}

}
