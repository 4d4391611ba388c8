package io.marquee.booking.booking;

import java.time.Instant;
import java.util.List;

import io.marquee.platform.money.Money;

/**
 * The money side of a booking, as it lies in the store.
 *
 * @param paymentOpen whether money may still come
 * @param price what it costs
 * @param goingBack what is on its way back
 * @param mostKept what may be kept of a payment when the booking has ended
 */
public record BookingAccount(BookingId id, BookingStatus status, boolean paymentOpen, Money price,
		List<LedgerEntry> ledger, Money goingBack, Money mostKept, Instant updatedAt) {

	static BookingAccount of(Booking booking) {
		Money price = booking.price().total();
		Refund refund = booking.refund();
		Money goingBack = (refund != null && booking.status() == BookingStatus.REFUND_PENDING) ? refund.amount()
				: Money.zero(price.currency());
		return new BookingAccount(booking.id(), booking.status(), booking.payment().isOpen(), price,
				booking.progress().ledger(), goingBack, mostKept(booking), booking.updatedAt());
	}

	/** A customer who cancels gets at least what the policy of the venue says. */
	private static Money mostKept(Booking booking) {
		Money none = Money.zero(booking.price().total().currency());
		Money charged = booking.progress()
			.ledger()
			.stream()
			.filter((entry) -> entry.kind() == LedgerEntry.Kind.CHARGE)
			.map(LedgerEntry::amount)
			.reduce(none, Money::plus);
		Cancellation cancellation = booking.cancellation();
		if (cancellation == null) {
			return none;
		}
		return switch (cancellation.reason()) {
			case SHOW_CANCELLED -> none;
			case STAFF -> charged;
			case CUSTOMER ->
				charged.minus(booking.show().policy().refund(charged, booking.show().startsAt(), cancellation.at()));
		};
	}

	/**
	 * Money taken.
	 * @return the sum
	 */
	public Money charged() {
		return sum(LedgerEntry.Kind.CHARGE);
	}

	/**
	 * Money given back.
	 * @return the sum
	 */
	public Money refunded() {
		return sum(LedgerEntry.Kind.REFUND);
	}

	/**
	 * Whether a charge is in its ledger.
	 * @param id the provider's id of the charge
	 * @return whether it is
	 */
	public boolean hasCharge(String id) {
		return this.ledger.stream()
			.anyMatch((entry) -> entry.kind() == LedgerEntry.Kind.CHARGE && entry.providerId().equals(id));
	}

	private Money sum(LedgerEntry.Kind kind) {
		return this.ledger.stream()
			.filter((entry) -> entry.kind() == kind)
			.map(LedgerEntry::amount)
			.reduce(Money.zero(this.price.currency()), Money::plus);
	}

}
