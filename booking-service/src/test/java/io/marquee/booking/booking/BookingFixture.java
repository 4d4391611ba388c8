package io.marquee.booking.booking;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

import io.marquee.booking.payment.Charge;
import io.marquee.booking.payment.PaymentMethod;
import io.marquee.platform.money.Money;

/** Bookings to test with. */
public final class BookingFixture {

	static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

	static final Duration HOLD = Duration.ofMinutes(5);

	static final Duration ANSWER = Duration.ofSeconds(8);

	private static final Money SEAT_PRICE = Money.of("250.00", "INR");

	static final PriceRules NO_EXTRAS = new PriceRules(List.of(), List.of());

	private BookingFixture() {
	}

	static Booking hold(String user, List<Integer> places, Instant now, String... seats) {
		List<BookedSeat> booked = Stream.of(seats).map((seat) -> new BookedSeat(seat, "REGULAR", SEAT_PRICE)).toList();
		return Booking.hold(BookingId.next(now), BookingCode.next(), user, show(), booked,
				NO_EXTRAS.price(booked, null), places, now, HOLD);
	}

	static Booking hold(String... seats) {
		return hold("user-1", Claims.firstPlaces(seats.length), NOW, seats);
	}

	public static Booking confirmed(String... seats) {
		Booking paying = hold(seats).startPaying(PaymentMethod.Type.CARD, NOW, ANSWER).after();
		return paying.paid(charge(paying, Charge.Status.SUCCEEDED), NOW).after();
	}

	static BookedShow show() {
		return new BookedShow("show-1", "movie-1", "RRR", "venue-1", "PVR Juhu", "Mumbai", "Asia/Kolkata", "Screen 1",
				NOW.plus(Duration.ofHours(3)), NOW.plus(Duration.ofHours(6)), null);
	}

	static Charge charge(Booking booking, Charge.Status status) {
		return new Charge("ch_" + booking.paymentKey(), booking.id().paymentId(), booking.paymentKey(),
				booking.price().total(), status, (status == Charge.Status.DECLINED) ? "payment_declined" : null);
	}

}
