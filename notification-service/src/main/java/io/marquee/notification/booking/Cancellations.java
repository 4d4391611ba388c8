package io.marquee.notification.booking;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import io.marquee.notification.mail.MailContent;
import io.marquee.notification.mail.MailContent.Fact;
import io.marquee.notification.notice.Notice;
import io.marquee.platform.money.Money;

/**
 * Words for a booking that ends before its show, and for money that goes back. A
 * cancellation says what will go back, the refund that it is on its way: one mail each.
 */
final class Cancellations {

	private Cancellations() {
	}

	static Notice cancelled(String eventId, Instant occurredAt, BookingEvent booking, String show) {
		boolean showIsOff = booking.showIsOff();
		String title = showIsOff ? "Your show is cancelled" : "Your booking is cancelled";
		List<String> paragraphs = new ArrayList<>();
		paragraphs.add(why(booking));
		paragraphs.add(money(booking));
		String text = "Booking " + booking.bookingCode() + ", " + show + ". " + String.join(" ", paragraphs);
		MailContent mail = new MailContent(title + ": " + booking.movieTitle() + ", " + booking.bookingCode(), title,
				paragraphs, null, BookingNotices.facts(booking, new Fact("Refund", amount(booking.refund()))),
				showIsOff ? "We are sorry." : "We hope to see you another time.");
		return BookingNotices.notice(eventId, occurredAt, booking, showIsOff ? "SHOW_CANCELLED" : "BOOKING_CANCELLED",
				title, text, mail);
	}

	static Notice refunded(String eventId, Instant occurredAt, BookingEvent booking, String show) {
		Money refund = (booking.refund() != null) ? booking.refund() : booking.amount();
		String why = (booking.reason() != null) ? "This is the refund for your cancelled booking."
				: "Your payment reached us when the seats were no longer held for you, so the booking did not come about.";
		String how = BookingNotices.money(refund)
				+ " went back the way it came. Your bank may take some days to show it.";
		MailContent mail = new MailContent("Your money is on its way back: " + booking.bookingCode(),
				"Your money is on its way back", List.of(why, how), null,
				BookingNotices.facts(booking, new Fact("Refunded", BookingNotices.money(refund))),
				(booking.reason() != null) ? "We hope to see you another time." : "We are sorry.");
		return BookingNotices.notice(eventId, occurredAt, booking, "PAYMENT_REFUNDED", "Your money is on its way back",
				"Booking " + booking.bookingCode() + ", " + show + ". " + why + " " + how, mail);
	}

	private static String why(BookingEvent booking) {
		if (booking.reason() == null) {
			return "Your booking is cancelled.";
		}
		return switch (booking.reason()) {
			case "SHOW_CANCELLED" -> "The cinema has cancelled this show.";
			case "CUSTOMER" -> "You cancelled this booking, and its seats are free again.";
			case "STAFF" -> "Our staff cancelled this booking for you.";
			default -> "Your booking is cancelled.";
		};
	}

	private static String money(BookingEvent booking) {
		if (booking.refund() != null) {
			return BookingNotices.money(booking.refund()) + " of the " + BookingNotices.money(booking.amount())
					+ " you paid go back the way they came.";
		}
		if (Boolean.TRUE.equals(booking.paymentOpen())) {
			return "Should your payment still reach us, all of it goes back.";
		}
		return booking.showIsOff() ? "You had paid nothing." : "By the cinema's terms nothing goes back so late.";
	}

	private static String amount(@Nullable Money refund) {
		return (refund != null) ? BookingNotices.money(refund) : "none";
	}

}
