package io.marquee.booking.booking;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.marquee.booking.catalog.Show;
import io.marquee.booking.catalog.Shows;
import io.marquee.booking.offers.Quote;
import io.marquee.booking.offers.Quotes;
import io.marquee.platform.web.ApiException;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;

/** Holds seats of a show for somebody. */
@Service
public class HoldingSeats {

	private static final int ATTEMPTS = 8;

	private final Shows shows;

	private final Quotes quotes;

	private final Bookings bookings;

	private final PriceRules prices;

	private final BookingSettings settings;

	private final Clock clock;

	HoldingSeats(Shows shows, Quotes quotes, Bookings bookings, PriceRules prices, BookingSettings settings,
			Clock clock) {
		this.shows = shows;
		this.quotes = quotes;
		this.bookings = bookings;
		this.prices = prices;
		this.settings = settings;
		this.clock = clock;
	}

	/**
	 * Holds all the seats, or none.
	 * @param id the new booking's id; asked for again, the booking it has is the answer
	 * @param customer who books
	 * @param showId the show
	 * @param seats seats by name, each once
	 * @param couponCode a coupon, if any
	 * @return the booking
	 */
	public Booking hold(BookingId id, Customer customer, String showId, List<String> seats,
			@Nullable String couponCode) {
		Show show = this.shows.get(showId);
		refuseUnlessOnSale(show);
		List<BookedSeat> booked = booked(show, seats);
		Quote quote = (couponCode != null)
				? this.quotes.reserve(new Quotes.Wish(id.value(), couponCode, customer.id(), PriceRules.sum(booked),
						show, !this.bookings.anyConfirmed(customer.id()), now().plus(this.settings.holdTime())))
				: null;
		Price price = this.prices.price(booked, quote);
		Draft draft = new Draft(id, customer, BookedShow.of(show), booked, price);
		try {
			return hold(draft);
		}
		catch (ApiException ex) {
			if (quote != null) {
				this.quotes.giveBack(id.value());
			}
			throw ex;
		}
	}

	private void refuseUnlessOnSale(Show show) {
		Instant now = this.clock.instant();
		if (show.isSaleOver(now)) {
			throw BookingProblems.notOnSale();
		}
		if (show.suspended()) {
			throw BookingProblems.saleSuspended();
		}
		Instant opens = show.salesOpenAt();
		if (opens != null && now.isBefore(opens)) {
			throw BookingProblems.saleNotOpen(opens);
		}
	}

	private Booking hold(Draft draft) {
		BookingId id = draft.id();
		List<Integer> places = draft.customer().partner() ? List.of() : Claims.firstPlaces(draft.seats().size());
		for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
			Booking booking = draft.hold(places, now(), this.settings.holdTime());
			try {
				this.bookings.add(booking);
				return booking;
			}
			catch (DuplicateKeyException ex) {
				Collection<Booking> rivals = rivals(draft);
				Booking earlier = rivals.stream().filter((rival) -> rival.id().equals(id)).findAny().orElse(null);
				if (earlier != null) {
					return earlier;
				}
				places = afterCollision(draft, rivals);
			}
		}
		return this.bookings.find(id)
			.orElseThrow(() -> BookingProblems.seatsUnavailable(draft.seats().stream().map(BookedSeat::seat).toList()));
	}

	private static List<BookedSeat> booked(Show show, List<String> names) {
		List<BookedSeat> booked = new ArrayList<>();
		List<String> unknown = new ArrayList<>();
		for (String name : names) {
			Show.Seat seat = show.seats().get(name);
			if (seat != null) {
				booked.add(new BookedSeat(seat.seat(), seat.category(), seat.price()));
			}
			else {
				unknown.add(name);
			}
		}
		if (!unknown.isEmpty()) {
			throw BookingProblems.noSuchSeats(unknown);
		}
		return booked;
	}

	private Collection<Booking> rivals(Draft draft) {
		String showId = draft.show().id();
		Stream<String> seats = draft.seats().stream().map((seat) -> Claims.seat(showId, seat.seat()));
		Stream<String> places = draft.customer().partner() ? Stream.empty()
				: Claims.allPlaces(showId, draft.customer().id()).stream();
		return this.bookings.claiming(Stream.concat(seats, places).toList());
	}

	/**
	 * Says why, if the seats cannot be had.
	 * @return free places of the owner to try with next
	 */
	private List<Integer> afterCollision(Draft draft, Collection<Booking> rivals) {
		List<Booking> live = rivals.stream().filter((rival) -> !expired(rival)).toList();
		List<String> taken = draft.seats()
			.stream()
			.map(BookedSeat::seat)
			.filter((seat) -> live.stream().anyMatch((rival) -> rival.seatNames().contains(seat)))
			.toList();
		if (!taken.isEmpty()) {
			throw BookingProblems.seatsUnavailable(taken);
		}
		if (draft.customer().partner()) {
			return List.of();
		}
		List<Integer> free = IntStream.rangeClosed(1, Claims.SEATS_PER_USER_AND_SHOW)
			.boxed()
			.filter((place) -> live.stream()
				.filter((rival) -> rival.userId().equals(draft.customer().id()))
				.noneMatch((rival) -> rival.progress().places().contains(place)))
			.toList();
		if (free.size() < draft.seats().size()) {
			throw BookingProblems.tooManySeats(free.size());
		}
		return free.subList(0, draft.seats().size());
	}

	/** Expires a hold that is over and in the way. */
	private boolean expired(Booking rival) {
		Instant now = now();
		if (rival.status() != BookingStatus.HELD || !rival.holdIsOver(now)) {
			return false;
		}
		Change change = this.bookings.change(rival.id(),
				(current) -> (current.status() == BookingStatus.HELD && current.holdIsOver(now)) ? current.expire(now)
						: Change.none(current));
		return !change.after().status().claimsSeats();
	}

	private Instant now() {
		// The store keeps milliseconds.
		return this.clock.instant().truncatedTo(ChronoUnit.MILLIS);
	}

	/** A booking but for the owner's places. */
	private record Draft(BookingId id, Customer customer, BookedShow show, List<BookedSeat> seats, Price price) {

		Booking hold(List<Integer> places, Instant now, Duration holdTime) {
			return Booking.hold(this.id, BookingCode.next(), this.customer.id(), this.show, this.seats, this.price,
					places, now, holdTime);
		}

	}

}
