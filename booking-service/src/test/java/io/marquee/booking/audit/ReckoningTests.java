package io.marquee.booking.audit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import io.marquee.booking.booking.BookingAccount;
import io.marquee.booking.booking.BookingId;
import io.marquee.booking.booking.BookingStatus;
import io.marquee.booking.booking.LedgerEntry;
import io.marquee.booking.booking.LedgerEntry.Kind;
import io.marquee.booking.payment.TakenCharge;
import io.marquee.platform.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class ReckoningTests {

	private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

	private final Reckoning reckoning = new Reckoning(100);

	@ParameterizedTest
	@CsvSource({
			// status, charged, refunded, going back, most kept -> the difference
			"CONFIRMED,500,0,0,0,0", "CONFIRMED,0,0,0,0,-500", "CONFIRMED,500,500,0,0,-500", "CONFIRMED,600,0,0,0,100",
			"HELD,0,0,0,0,0", "HELD,500,0,0,0,500", "PAYING,0,0,0,0,0", "PAYING,500,0,0,0,500", "EXPIRED,0,0,0,0,0",
			"EXPIRED,500,0,0,0,500", "FAILED,500,0,0,0,500", "CANCELLED,0,0,0,0,0", "CANCELLED,500,0,0,500,0",
			"CANCELLED,500,0,0,250,250", "REFUND_PENDING,500,0,500,0,0", "REFUND_PENDING,500,0,250,250,0",
			"REFUND_PENDING,500,0,250,0,250", "REFUND_PENDING,500,500,500,0,-500", "REFUNDED,500,500,0,0,0",
			"REFUNDED,500,250,0,250,0", "REFUNDED,500,0,0,0,500", "REFUNDED,500,600,0,500,-100", "REVIEW,600,0,0,0,0",
			"REVIEW,0,0,0,0,0", "REVIEW,500,600,0,0,-100" })
	void moneyFitsWhereTheBookingStandsOrIsADifference(BookingStatus status, String charged, String refunded,
			String goingBack, String mostKept, String difference) {
		this.reckoning.add(account(status, charged, refunded, goingBack, mostKept));
		Totals totals = this.reckoning.totals().getFirst();
		assertThat(totals.difference()).isEqualTo(money(difference));
		assertThat(totals.charged().minus(totals.refunded())).isEqualTo(totals.confirmed()
			.plus(totals.kept())
			.plus(totals.goingBack())
			.plus(totals.underReview())
			.plus(totals.difference()));
		assertThat(kinds()).isEqualTo(difference.equals("0") ? List.of() : List.of(Difference.Kind.BALANCE));
	}

	@Test
	void differencesThatCancelOutAreStillNamed() {
		this.reckoning.add(account(BookingStatus.CONFIRMED, "600", "0", "0", "0"));
		this.reckoning.add(account(BookingStatus.CONFIRMED, "400", "0", "0", "0"));
		assertThat(this.reckoning.totals().getFirst().difference()).isEqualTo(money("0"));
		assertThat(this.reckoning.count()).isEqualTo(2);
	}

	@Test
	void differencesAreNamedUpToALimitAndAllCounted() {
		Reckoning short2 = new Reckoning(2);
		for (int i = 0; i < 5; i++) {
			short2.add(account(BookingStatus.HELD, "500", "0", "0", "0"));
		}
		assertThat(short2.count()).isEqualTo(5);
		assertThat(short2.differences()).hasSize(2);
	}

	@Test
	void aChargeThatIsInALedgerTwiceIsNamed() {
		BookingAccount account = account(BookingStatus.REVIEW, "500", "0", "0", "0");
		this.reckoning.add(with(account, List.of(account.ledger().getFirst(), account.ledger().getFirst())));
		assertThat(kinds()).containsExactly(Difference.Kind.TWICE);
	}

	@Test
	void ledgerInAnotherCurrencyIsNamed() {
		BookingAccount account = account(BookingStatus.CONFIRMED, "500", "0", "0", "0");
		this.reckoning.add(with(account, List.of(new LedgerEntry(Kind.CHARGE, Money.of("500", "USD"), "ch_1", NOW))));
		assertThat(kinds()).containsExactly(Difference.Kind.BALANCE);
	}

	@Test
	void booksThatAgreeShowNoDifference() {
		BookingAccount account = account(BookingStatus.REFUNDED, "500", "200", "0", "300");
		this.reckoning.compare(account, charge("500", "200"));
		assertThat(kinds()).isEmpty();
	}

	@Test
	void chargeTheProviderDoesNotHaveIsNamed() {
		BookingAccount account = account(BookingStatus.CONFIRMED, "500", "0", "0", "0");
		this.reckoning.missing(account, account.ledger().getFirst());
		assertThat(this.reckoning.differences()).singleElement()
			.satisfies((difference) -> assertThat(difference.providerId()).isEqualTo("ch_1"));
		assertThat(kinds()).containsExactly(Difference.Kind.CHARGE_MISSING);
	}

	@Test
	void amountsThatDifferAreNamed() {
		this.reckoning.compare(account(BookingStatus.REFUNDED, "500", "200", "0", "300"), charge("400", "100"));
		assertThat(kinds()).containsExactly(Difference.Kind.CHARGE_AMOUNT, Difference.Kind.REFUND_MISSING);
	}

	@Test
	void refundTheLedgerDoesNotHaveIsNamedUnlessItIsUnderWay() {
		this.reckoning.compare(account(BookingStatus.REFUND_PENDING, "500", "0", "500", "0"), charge("500", "500"));
		assertThat(kinds()).isEmpty();
		this.reckoning.compare(account(BookingStatus.CONFIRMED, "500", "0", "0", "0"), charge("500", "500"));
		assertThat(kinds()).containsExactly(Difference.Kind.REFUND_UNKNOWN);
	}

	private List<Difference.Kind> kinds() {
		return this.reckoning.differences().stream().map(Difference::kind).toList();
	}

	private static BookingAccount account(BookingStatus status, String charged, String refunded, String goingBack,
			String mostKept) {
		List<LedgerEntry> ledger = new ArrayList<>();
		if (!charged.equals("0")) {
			ledger.add(new LedgerEntry(Kind.CHARGE, money(charged), "ch_1", NOW));
		}
		if (!refunded.equals("0")) {
			ledger.add(new LedgerEntry(Kind.REFUND, money(refunded), "re_1", NOW));
		}
		return new BookingAccount(BookingId.next(NOW), status, false, money("500"), ledger, money(goingBack),
				money(mostKept), NOW);
	}

	private static BookingAccount with(BookingAccount account, List<LedgerEntry> ledger) {
		return new BookingAccount(account.id(), account.status(), false, account.price(), ledger, account.goingBack(),
				account.mostKept(), NOW);
	}

	private static TakenCharge charge(String amount, String refunded) {
		return new TakenCharge("ch_1", "pay_1", money(amount), NOW,
				List.of(new TakenCharge.Refund("re_1", money(refunded))));
	}

	private static Money money(String amount) {
		return Money.of(amount, "INR");
	}

}
