package io.marquee.notification.booking;

import java.text.NumberFormat;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import io.marquee.notification.mail.MailContent;
import io.marquee.notification.mail.MailContent.Fact;
import io.marquee.notification.mail.MailContent.TicketOf;
import io.marquee.notification.notice.Notice;
import io.marquee.platform.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Words for what happens to a booking. Times are told as the clock at the cinema shows
 * them.
 */
public final class BookingNotices {

	private static final Locale ENGLISH_OF_INDIA = Locale.of("en", "IN");

	private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEEE, d MMMM uuuu", Locale.ENGLISH);

	private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("h:mm a (zzz)", Locale.ENGLISH);

	private BookingNotices() {
	}

	/**
	 * What a customer is told of a booking's event.
	 * @param eventId the event's id
	 * @param type its type
	 * @param occurredAt when it happened
	 * @param booking the booking
	 * @return the notice, or nothing for events that a customer has seen with their own
	 * eyes
	 */
	public static Optional<Notice> of(String eventId, String type, Instant occurredAt, BookingEvent booking) {
		String show = booking.movieTitle() + " at " + booking.venueName() + ", " + day(booking) + ", " + time(booking);
		return switch (type) {
			case "marquee.booking.confirmed" -> Optional.of(notice(eventId, occurredAt, booking, "BOOKING_CONFIRMED",
					"Your booking is confirmed: " + booking.movieTitle(),
					"Booking " + booking.bookingCode() + ": " + show + ". Seats " + seats(booking) + ".",
					confirmation(booking)));
			case "marquee.booking.cancelled" ->
				Optional.of(Cancellations.cancelled(eventId, occurredAt, booking, show));
			case "marquee.booking.expired" ->
				Optional.of(notice(eventId, occurredAt, booking, "BOOKING_EXPIRED", "Your seats were given back",
						"Seats " + seats(booking) + " were not paid for in time: " + show + ".", null));
			case "marquee.booking.payment-failed" ->
				Optional.of(notice(eventId, occurredAt, booking, "PAYMENT_FAILED", "Your payment failed",
						"The payment for seats " + seats(booking) + " failed: " + show + ".", paymentFailed(booking)));
			case "marquee.booking.refunded" -> Optional.of(Cancellations.refunded(eventId, occurredAt, booking, show));
			default -> Optional.empty();
		};
	}

	static Notice notice(String eventId, Instant occurredAt, BookingEvent booking, String kind, String title,
			String text, @Nullable MailContent mail) {
		return new Notice(eventId, booking.userId(), kind, title, text, booking.bookingId(), occurredAt, mail);
	}

	private static MailContent confirmation(BookingEvent booking) {
		return new MailContent("Your tickets: " + booking.movieTitle() + ", " + booking.bookingCode(),
				"Your booking is confirmed", List.of("Show this code at the door."), booking.bookingCode(),
				facts(booking, new Fact("Paid", money(booking.amount()))), "Enjoy the show.",
				new TicketOf(booking.bookingId(), booking.bookingCode()));
	}

	private static MailContent paymentFailed(BookingEvent booking) {
		return new MailContent("Your payment failed: " + booking.movieTitle(), "Your payment failed",
				List.of("Nothing was charged.",
						booking.isHeld() ? "Your seats are still held for a few minutes: try again, or pay another way."
								: "Your seats are no longer held. You are welcome to book again."),
				null, facts(booking, new Fact("Amount", money(booking.amount()))), "We are sorry.");
	}

	static List<Fact> facts(BookingEvent booking, Fact last) {
		return List.of(new Fact("Film", booking.movieTitle()),
				new Fact("Cinema", booking.venueName() + ", " + booking.city() + " (" + booking.screenName() + ")"),
				new Fact("Date", day(booking)), new Fact("Time", time(booking)), new Fact("Seats", seats(booking)),
				last);
	}

	private static String day(BookingEvent booking) {
		return DAY.format(booking.startsAt().atZone(ZoneId.of(booking.timeZone())));
	}

	private static String time(BookingEvent booking) {
		return TIME.format(booking.startsAt().atZone(ZoneId.of(booking.timeZone())));
	}

	private static String seats(BookingEvent booking) {
		return String.join(", ", booking.seats());
	}

	static String money(Money money) {
		NumberFormat format = NumberFormat.getCurrencyInstance(ENGLISH_OF_INDIA);
		format.setCurrency(Currency.getInstance(money.currency()));
		return format.format(money.amount());
	}

}
