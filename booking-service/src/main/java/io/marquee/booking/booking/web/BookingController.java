package io.marquee.booking.booking.web;

import java.time.Clock;

import io.marquee.booking.booking.Booking;
import io.marquee.booking.booking.BookingId;
import io.marquee.booking.booking.BookingProblems;
import io.marquee.booking.booking.BookingStatus;
import io.marquee.booking.booking.CancellingBooking;
import io.marquee.booking.booking.ConfirmingBooking;
import io.marquee.booking.booking.Customer;
import io.marquee.booking.booking.FindingBookings;
import io.marquee.booking.booking.GivingBackHolds;
import io.marquee.booking.booking.HoldingSeats;
import io.marquee.booking.booking.TicketIssuer;
import io.marquee.platform.idempotency.Seed;
import io.marquee.platform.security.CurrentUser;
import io.marquee.platform.web.PageView;
import io.marquee.platform.web.Paging;
import io.marquee.platform.web.Parameters;
import io.marquee.platform.web.ResponseMessage;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/bookings")
class BookingController {

	private final HoldingSeats holding;

	private final ConfirmingBooking confirming;

	private final CancellingBooking cancelling;

	private final GivingBackHolds givingBack;

	private final FindingBookings finding;

	private final TicketIssuer tickets;

	private final Clock clock;

	BookingController(HoldingSeats holding, ConfirmingBooking confirming, CancellingBooking cancelling,
			GivingBackHolds givingBack, FindingBookings finding, TicketIssuer tickets, Clock clock) {
		this.holding = holding;
		this.confirming = confirming;
		this.cancelling = cancelling;
		this.givingBack = givingBack;
		this.finding = finding;
		this.tickets = tickets;
		this.clock = clock;
	}

	@PostMapping("/book")
	@ResponseStatus(HttpStatus.CREATED)
	@ResponseMessage("Your seats are held; pay before the hold expires")
	BookingView book(@Valid @RequestBody BookRequest request, CurrentUser user,
			@RequestAttribute(name = Seed.ATTRIBUTE, required = false) @Nullable Seed seed) {
		// Derived from the key's seed, a repetition after a crash finds the first one's
		// booking.
		BookingId id = (seed != null) ? BookingId.of(seed.time(), seed.chance()) : BookingId.next(this.clock.instant());
		return BookingView.of(this.holding.hold(id, Customer.of(user, Customer.WRITE), request.showId(),
				request.seats(), request.couponCode()));
	}

	@PostMapping("/confirm")
	ResponseEntity<BookingView> confirm(@Valid @RequestBody ConfirmRequest request, CurrentUser user) {
		BookingId id = BookingId.ofPayment(request.paymentId()).orElseThrow(BookingProblems::notFound);
		Booking booking = this.confirming.confirm(id, Customer.of(user, Customer.WRITE),
				request.paymentMethod().toMethod());
		if (booking.status() == BookingStatus.CONFIRMED) {
			return ResponseEntity.ok(BookingView.of(booking, this.tickets));
		}
		return ResponseEntity.accepted().header(HttpHeaders.RETRY_AFTER, "2").body(BookingView.of(booking));
	}

	@GetMapping("/status/{id}")
	BookingView status(@PathVariable String id, CurrentUser user) {
		return BookingView.of(this.finding.ofCustomer(parse(id), Customer.of(user, Customer.READ)), this.tickets);
	}

	@GetMapping("/my-bookings")
	PageView<BookingView> mine(@RequestParam(required = false) @Nullable String status,
			@RequestParam(required = false) @Nullable String when,
			@RequestParam(required = false) @Nullable Boolean upcoming,
			@RequestParam(required = false) @Nullable Boolean past, Paging paging, CurrentUser user) {
		Parameters parameters = new Parameters();
		FindingBookings.When side = parameters.constant("when", when, FindingBookings.When.class);
		if (Boolean.TRUE.equals(upcoming)) {
			side = FindingBookings.When.UPCOMING;
		}
		else if (Boolean.TRUE.equals(past)) {
			side = FindingBookings.When.PAST;
		}
		// Clients of the original API ask for upcoming and past by status.
		if (side == null && status != null && status.matches("(?i)upcoming|past")) {
			side = parameters.constant("status", status, FindingBookings.When.class);
			status = null;
		}
		BookingStatus wanted = parameters.constant("status", status, BookingStatus.class);
		parameters.check();
		return this.finding.allOf(Customer.of(user, Customer.READ), wanted, side, paging)
			.map((booking) -> BookingView.of(booking, this.tickets));
	}

	@PatchMapping("/cancel/{id}")
	@ResponseMessage("The booking is cancelled and its seats are free; money that is due goes back the way it came")
	BookingView cancel(@PathVariable String id, CurrentUser user) {
		return BookingView.of(this.cancelling.cancel(parse(id), Customer.of(user, Customer.WRITE)));
	}

	@DeleteMapping("/{id}/hold")
	@ResponseMessage("Your seats are free again")
	BookingView giveBack(@PathVariable String id, CurrentUser user) {
		return BookingView.of(this.givingBack.giveBack(parse(id), Customer.of(user, Customer.WRITE)));
	}

	private static BookingId parse(String id) {
		return BookingId.parse(id).orElseThrow(BookingProblems::notFound);
	}

}
