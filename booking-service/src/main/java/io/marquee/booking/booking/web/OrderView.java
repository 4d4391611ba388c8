package io.marquee.booking.booking.web;

import java.time.Instant;
import java.util.List;

import io.marquee.booking.booking.Booking;
import io.marquee.booking.booking.BookingStatus;
import io.marquee.booking.booking.LedgerEntry;
import io.marquee.booking.booking.Payment;
import io.marquee.booking.booking.Price;
import io.marquee.booking.booking.PriceLine;
import io.marquee.booking.booking.Refund;
import io.marquee.booking.payment.PaymentMethod;
import io.marquee.platform.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * An order: what was booked, what it cost, how it was paid and what went back.
 */
record OrderView(String id, String orderId, String bookingId, String bookingCode, BookingStatus status,
		BookingView.ShowView show, List<BookingView.SeatView> lines, Money subtotal, Money discount,
		@Nullable String couponCode, List<PriceLine> fees, List<PriceLine> taxes, Money amount, PaymentView payment,
		List<RefundView> refunds, Instant createdAt, Instant updatedAt) {

	static OrderView of(Booking booking) {
		Price price = booking.price();
		String id = booking.id().orderId();
		return new OrderView(id, id, booking.id().value(), booking.code().value(), booking.status(),
				BookingView.ShowView.of(booking.show()),
				booking.seats().stream().map(BookingView.SeatView::of).toList(), price.subtotal(), price.discount(),
				price.couponCode(), price.fees(), price.taxes(), price.total(), PaymentView.of(booking),
				RefundView.of(booking), booking.createdAt(), booking.updatedAt());
	}

	/**
	 * How it was paid.
	 *
	 * @param attempts how often the customer tried
	 * @param paid what the customer has paid, whatever went back later
	 * @param paidAt when the money came, or null if it did not
	 */
	record PaymentView(String paymentId, Payment.State state, PaymentMethod.@Nullable Type method, int attempts,
			Money paid, @Nullable Instant paidAt) {

		static PaymentView of(Booking booking) {
			Payment payment = booking.payment();
			List<LedgerEntry> charges = entries(booking, LedgerEntry.Kind.CHARGE);
			Money paid = charges.stream()
				.map(LedgerEntry::amount)
				.reduce(Money.zero(booking.price().total().currency()), Money::plus);
			return new PaymentView(booking.id().paymentId(), payment.state(), payment.method(), payment.attempt(), paid,
					charges.isEmpty() ? null : charges.getFirst().at());
		}

	}

	/**
	 * Money that goes back.
	 *
	 * @param at when it went, or when that was decided if it is still to go
	 */
	record RefundView(Money amount, State state, Instant at) {

		static List<RefundView> of(Booking booking) {
			List<RefundView> refunds = new java.util.ArrayList<>(entries(booking, LedgerEntry.Kind.REFUND).stream()
				.map((entry) -> new RefundView(entry.amount(), State.DONE, entry.at()))
				.toList());
			Refund refund = booking.refund();
			if (refund != null && booking.status() == BookingStatus.REFUND_PENDING) {
				refunds.add(new RefundView(refund.amount(), State.PENDING, refund.requestedAt()));
			}
			return List.copyOf(refunds);
		}

		/** How far it is. */
		enum State {

			/** The provider was or will be asked for it. */
			PENDING,
			/** The provider has taken it on. */
			DONE

		}

	}

	private static List<LedgerEntry> entries(Booking booking, LedgerEntry.Kind kind) {
		return booking.ledger().stream().filter((entry) -> entry.kind() == kind).toList();
	}

}
