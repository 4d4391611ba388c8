package io.marquee.infra.bench.verify;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;

import io.marquee.infra.bench.verify.ProviderRecord.ProviderCharge;

/**
 * Every payment ends in a confirmed booking or goes back, as the provider sees it too.
 */
final class MoneyCheck implements Check {

	@Override
	public void examine(Evidence evidence, Findings findings) {
		for (StoredBooking booking : evidence.bookings().values()) {
			List<ProviderCharge> charges = evidence.charges().getOrDefault(booking.paymentId(), List.of());
			String facts = booking + " " + charges;
			findings.expect("ledger of a booking is the provider's",
					same(booking.balance(), ProviderRecord.balance(charges)), facts);
			findings.expect("nobody pays twice", charges.stream().filter(ProviderCharge::isTaken).count() <= 1, facts);
			findings.expect("nothing is given back twice", charges.stream().allMatch((charge) -> charge.refunds() <= 1),
					facts);
			BigDecimal due = booking.isConfirmed() ? booking.total() : BigDecimal.ZERO;
			// What the policy lets the cinema keep of a cancelled booking is less than
			// the
			// price.
			findings.expect(
					"what is paid is what is due", same(booking.balance(), due) || (booking.wasEnded()
							&& booking.balance().signum() >= 0 && booking.balance().compareTo(booking.total()) <= 0),
					facts);
			findings.expect("no case for a person", !booking.status().equals("REVIEW"), facts);
		}
		evidence.charges()
			.forEach((reference, charges) -> findings.expect("every charge belongs to a booking",
					evidence.booking("bk_" + reference.substring(4)) != null, charges));
		BigDecimal provider = ProviderRecord
			.balance(evidence.charges().values().stream().flatMap(Collection::stream).toList());
		BigDecimal confirmed = evidence.bookings()
			.values()
			.stream()
			.filter(StoredBooking::isConfirmed)
			.map(StoredBooking::total)
			.reduce(BigDecimal.ZERO, BigDecimal::add);
		BigDecimal kept = evidence.bookings()
			.values()
			.stream()
			.filter(StoredBooking::wasEnded)
			.map(StoredBooking::balance)
			.reduce(BigDecimal.ZERO, BigDecimal::add);
		findings.expect("charges less refunds are confirmed bookings and what was kept",
				same(provider, confirmed.add(kept)),
				"provider " + provider + ", confirmed " + confirmed + ", kept " + kept);
	}

	private static boolean same(BigDecimal one, BigDecimal other) {
		return one.compareTo(other) == 0;
	}

}
