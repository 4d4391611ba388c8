package io.marquee.booking.audit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

import io.marquee.booking.booking.BookingAccount;
import io.marquee.booking.booking.BookingStatus;
import io.marquee.booking.booking.LedgerEntry;
import io.marquee.booking.payment.TakenCharge;
import io.marquee.platform.money.Money;
import org.jspecify.annotations.Nullable;

/** Adds up booking by booking and charge by charge, and remembers what does not fit. */
final class Reckoning {

	private final int listed;

	private final Map<String, Totals> totals = new TreeMap<>();

	private final List<Difference> differences = new ArrayList<>();

	private long count;

	private long bookings;

	/**
	 * A new one.
	 * @param listed how many differences are named; the rest is only counted
	 */
	Reckoning(int listed) {
		this.listed = listed;
	}

	/** Takes a booking into the books, and looks whether its money is accounted for. */
	void add(BookingAccount account) {
		this.bookings++;
		if (account.ledger()
			.stream()
			.anyMatch((entry) -> !entry.amount().currency().equals(account.price().currency()))) {
			found(Difference.Kind.BALANCE, account, null, null, account.price());
			return;
		}
		Money charged = account.charged();
		Money refunded = account.refunded();
		Shares shares = Shares.of(account);
		this.totals.compute(charged.currency(),
				(currency, sums) -> ((sums != null) ? sums : Totals.none(currency)).ledger(charged, refunded, shares));
		if (!shares.addUp()) {
			found(Difference.Kind.BALANCE, account, null, charged.minus(refunded), shares.due());
		}
		Set<String> seen = new HashSet<>();
		for (LedgerEntry entry : account.ledger()) {
			if (!seen.add(entry.providerId())) {
				found(Difference.Kind.TWICE, account, entry.providerId(), entry.amount(), null);
			}
		}
	}

	/** Takes what the provider says it took. */
	void add(TakenCharge charge) {
		Money refunded = charge.refunds()
			.stream()
			.map(TakenCharge.Refund::amount)
			.reduce(Money.zero(charge.amount().currency()), Money::plus);
		this.totals.compute(refunded.currency(), (currency, sums) -> ((sums != null) ? sums : Totals.none(currency))
			.provider(charge.amount(), refunded));
	}

	/** Compares the ledger of a booking with its charge as the provider has it. */
	void compare(BookingAccount account, TakenCharge charge) {
		Map<String, Money> theirRefunds = charge.refunds()
			.stream()
			.collect(Collectors.toMap(TakenCharge.Refund::id, TakenCharge.Refund::amount, (one, other) -> one,
					HashMap::new));
		for (LedgerEntry entry : account.ledger()) {
			if (entry.kind() == LedgerEntry.Kind.REFUND) {
				Money theirs = theirRefunds.remove(entry.providerId());
				if (!entry.amount().equals(theirs)) {
					found(Difference.Kind.REFUND_MISSING, account, entry.providerId(), entry.amount(), theirs);
				}
			}
			else if (entry.providerId().equals(charge.id()) && !entry.amount().equals(charge.amount())) {
				found(Difference.Kind.CHARGE_AMOUNT, account, charge.id(), entry.amount(), charge.amount());
			}
		}
		// A refund under way may have gone through already.
		if (account.status() != BookingStatus.REFUND_PENDING) {
			theirRefunds.forEach((id, amount) -> found(Difference.Kind.REFUND_UNKNOWN, account, id, null, amount));
		}
	}

	/** A charge that only our ledger has. */
	void missing(BookingAccount account, LedgerEntry charge) {
		found(Difference.Kind.CHARGE_MISSING, account, charge.providerId(), charge.amount(), null);
	}

	/** A charge that is in no ledger. */
	void unknown(TakenCharge charge, @Nullable BookingAccount account) {
		found(Difference.Kind.CHARGE_UNKNOWN, account, charge.id(), null, charge.amount());
	}

	/** A charge that will be in a ledger soon. */
	void underWay(TakenCharge charge) {
		this.totals.compute(charge.amount().currency(),
				(currency, sums) -> ((sums != null) ? sums : Totals.none(currency)).underWay(charge.amount()));
	}

	private void found(Difference.Kind kind, @Nullable BookingAccount account, @Nullable String providerId,
			@Nullable Money ours, @Nullable Money theirs) {
		if (this.count++ < this.listed) {
			this.differences
				.add(new Difference(kind, (account != null) ? account.id().value() : null, providerId, ours, theirs));
		}
	}

	long bookings() {
		return this.bookings;
	}

	long count() {
		return this.count;
	}

	List<Totals> totals() {
		return List.copyOf(this.totals.values());
	}

	List<Difference> differences() {
		return List.copyOf(this.differences);
	}

}
