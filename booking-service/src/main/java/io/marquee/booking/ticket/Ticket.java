package io.marquee.booking.ticket;

import java.text.NumberFormat;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Currency;
import java.util.List;
import java.util.Locale;

import io.marquee.booking.booking.BookedShow;
import io.marquee.booking.booking.Booking;
import io.marquee.booking.booking.TicketIssuer;
import io.marquee.platform.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * The one ticket of a confirmed booking; it admits all its seats, once. Times are told as
 * the clock at the cinema shows them.
 *
 * @param code what its QR code says
 * @param issuedAt when the booking was confirmed
 * @param admittedAt when it was used, or null
 */
public record Ticket(String bookingId, String bookingCode, String code, String showId, String movieTitle,
		String venueName, String city, String screenName, Instant startsAt, Instant endsAt, String timeZone,
		List<String> seats, Money price, Instant issuedAt, @Nullable Instant admittedAt) {

	private static final Locale ENGLISH_OF_INDIA = Locale.of("en", "IN");

	private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEEE, d MMMM uuuu", Locale.ENGLISH);

	private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("h:mm a", Locale.ENGLISH);

	private static final DateTimeFormatter ZONE = DateTimeFormatter.ofPattern("zzz", Locale.ENGLISH);

	/** Where the catalogue did not say how long a show is. */
	private static final Duration USUAL_LENGTH = Duration.ofHours(3);

	static Ticket of(Booking booking, TicketIssuer issuer) {
		BookedShow show = booking.show();
		Instant endsAt = (show.endsAt() != null) ? show.endsAt() : show.startsAt().plus(USUAL_LENGTH);
		Instant issuedAt = (booking.confirmedAt() != null) ? booking.confirmedAt() : booking.createdAt();
		return new Ticket(booking.id().value(), booking.code().value(), issuer.codeOf(booking), show.id(),
				show.movieTitle(), show.venueName(), show.city(), show.screenName(), show.startsAt(), endsAt,
				show.timeZone(), booking.seatNames(), booking.price().total(), issuedAt,
				(booking.admission() != null) ? booking.admission().at() : null);
	}

	/**
	 * The day of the show.
	 * @return such as {@code Sunday, 22 November 2026}
	 */
	public String day() {
		return DAY.format(local());
	}

	/**
	 * The time the show starts.
	 * @return such as {@code 10:45 PM}
	 */
	public String time() {
		return TIME.format(local());
	}

	/**
	 * The name of the cinema's time zone.
	 * @return such as {@code IST}
	 */
	public String zone() {
		return ZONE.format(local());
	}

	/**
	 * How many it admits.
	 * @return the number of seats
	 */
	public int admits() {
		return this.seats.size();
	}

	String paid() {
		NumberFormat format = NumberFormat.getCurrencyInstance(ENGLISH_OF_INDIA);
		format.setCurrency(Currency.getInstance(this.price.currency()));
		return format.format(this.price.amount());
	}

	private ZonedDateTime local() {
		return this.startsAt.atZone(ZoneId.of(this.timeZone));
	}

	/** The code opens doors and stays out of logs. */
	@Override
	public String toString() {
		return "Ticket[" + this.bookingId + "]";
	}

}
