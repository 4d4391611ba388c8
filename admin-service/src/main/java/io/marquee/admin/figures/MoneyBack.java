package io.marquee.admin.figures;

import java.util.HashMap;
import java.util.Map;

import io.marquee.platform.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What went back to the customer of a booking. A refund is known by when it happened, so
 * that one that is told twice counts once; what a cancellation promises counts until it
 * has happened.
 *
 * @param promised what the cancellation promised
 * @param refunds the refunds by the millisecond
 * @param total what counts
 */
record MoneyBack(@Nullable Money promised, Map<String, Money> refunds, Money total) {

	static @Nullable MoneyBack after(@Nullable MoneyBack before, Milestone milestone, BookingEvent event) {
		Money amount = event.refund();
		if (amount == null || (milestone != Milestone.CANCELLED && milestone != Milestone.REFUNDED)) {
			return before;
		}
		Money promised = (before != null) ? before.promised : null;
		Map<String, Money> refunds = (before != null) ? new HashMap<>(before.refunds) : new HashMap<>();
		if (milestone == Milestone.CANCELLED) {
			promised = amount;
		}
		else {
			refunds.put(Long.toString(event.occurredAt().toEpochMilli()), amount);
		}
		Money total = refunds.values().stream().reduce(Money::plus).orElse(amount);
		return new MoneyBack(promised, refunds, total);
	}

}
