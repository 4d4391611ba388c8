package io.marquee.booking.booking;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

import io.marquee.platform.money.Money;
import io.marquee.platform.web.ApiException;
import io.marquee.platform.web.FieldProblem;
import org.springframework.http.HttpStatus;

/** What can go wrong with a booking, in the words a client gets. */
public final class BookingProblems {

	private BookingProblems() {
	}

	/**
	 * There is none, or none of theirs: nobody learns which.
	 * @return the failure: 404, {@code BOOKING_NOT_FOUND}
	 */
	public static ApiException notFound() {
		return new ApiException(HttpStatus.NOT_FOUND, "BOOKING_NOT_FOUND", "There is no such booking");
	}

	static ApiException noSuchSeats(Collection<String> seats) {
		return new ApiException(HttpStatus.NOT_FOUND, "SEAT_NOT_FOUND",
				"This show has no seat " + String.join(", ", seats), problems(seats, "does not exist in this show"));
	}

	static ApiException seatsUnavailable(Collection<String> seats) {
		return new ApiException(HttpStatus.CONFLICT, "SEATS_UNAVAILABLE",
				"No longer available: " + String.join(", ", seats), problems(seats, "is no longer available"));
	}

	static ApiException tooManySeats(int left) {
		return new ApiException(HttpStatus.CONFLICT, "SEAT_LIMIT_REACHED",
				"At most " + Claims.SEATS_PER_USER_AND_SHOW + " seats of a show for one person; " + left + " left");
	}

	static ApiException notOnSale() {
		return new ApiException(HttpStatus.CONFLICT, "SHOW_NOT_ON_SALE",
				"This show has begun, is over or was cancelled");
	}

	static ApiException saleSuspended() {
		return new ApiException(HttpStatus.CONFLICT, "SALE_SUSPENDED",
				"The sale of this show rests for now; bookings that were made stand");
	}

	static ApiException saleNotOpen(Instant opens) {
		return new ApiException(HttpStatus.CONFLICT, "SALE_NOT_OPEN",
				"Seats of this show are sold from " + opens + " on");
	}

	static ApiException holdGone(Booking booking) {
		Cancellation cancellation = booking.cancellation();
		if (cancellation != null && cancellation.reason() == Cancellation.Reason.SHOW_CANCELLED) {
			return showCancelled();
		}
		String message = switch (booking.status()) {
			case CANCELLED -> "The seats were given back; book again";
			case REFUND_PENDING, REFUNDED -> "The payment came too late and is refunded; book again";
			default -> "The hold is over and the seats are free again; book again";
		};
		return new ApiException(HttpStatus.GONE, "HOLD_EXPIRED", message);
	}

	static ApiException underReview() {
		return new ApiException(HttpStatus.CONFLICT, "BOOKING_UNDER_REVIEW",
				"Our staff is looking at the payment of this booking");
	}

	static ApiException declined(Booking booking) {
		String then = (booking.status() == BookingStatus.HELD) ? "the seats are still held, try another way to pay"
				: "the hold is over meanwhile, book again";
		return new ApiException(HttpStatus.PAYMENT_REQUIRED, "PAYMENT_DECLINED", "The payment was declined; " + then);
	}

	static ApiException providerUnreachable(Throwable cause) {
		return new ApiException(HttpStatus.SERVICE_UNAVAILABLE, "PAYMENT_PROVIDER_UNAVAILABLE",
				"Payments are not possible right now; nothing was charged, the seats are still held", List.of(),
				Duration.ofSeconds(5), cause);
	}

	static ApiException showCancelled() {
		return new ApiException(HttpStatus.GONE, "SHOW_CANCELLED",
				"This show was cancelled; whatever was paid is refunded");
	}

	static ApiException cancellationClosed() {
		return new ApiException(HttpStatus.CONFLICT, "CANCELLATION_CLOSED",
				"The show has begun; the booking can no longer be cancelled");
	}

	static ApiException alreadyAdmitted() {
		return new ApiException(HttpStatus.CONFLICT, "ALREADY_ADMITTED",
				"Its people were let in; the booking can no longer be cancelled");
	}

	static ApiException notCancellable(Booking booking) {
		return new ApiException(HttpStatus.CONFLICT, "BOOKING_NOT_CANCELLABLE",
				"Only a hold or a confirmed booking can be cancelled; this one is " + booking.status());
	}

	static ApiException notRefundable(Booking booking) {
		return new ApiException(HttpStatus.CONFLICT, "BOOKING_NOT_REFUNDABLE",
				"This booking is " + booking.status() + " and holds no money that could go back this way");
	}

	static ApiException refundTooLarge(Money left) {
		return ApiException.invalid("amount", "must be at most what is left of the payment, " + left);
	}

	static ApiException holdNotGivenBack(Booking booking) {
		return new ApiException(HttpStatus.CONFLICT, "HOLD_NOT_RELEASABLE",
				"Only a hold can be given back; this booking is " + booking.status());
	}

	static ApiException orderNotFound() {
		return new ApiException(HttpStatus.NOT_FOUND, "ORDER_NOT_FOUND", "There is no such order");
	}

	static ApiException pageTooDeep() {
		return new ApiException(HttpStatus.BAD_REQUEST, "PAGE_TOO_DEEP",
				"Pages go as far as item " + BookingPages.DEEPEST
						+ "; narrow the list down by a filter, or where it takes 'after', go on from there",
				List.of(new FieldProblem("page", "must not go beyond item " + BookingPages.DEEPEST)));
	}

	static ApiException busy() {
		return new ApiException(HttpStatus.SERVICE_UNAVAILABLE, "BOOKING_BUSY",
				"Too many requests change this at once; try again", List.of(), Duration.ofSeconds(1), null);
	}

	private static List<FieldProblem> problems(Collection<String> seats, String what) {
		return seats.stream().map((seat) -> new FieldProblem("seats", seat + " " + what)).toList();
	}

}
