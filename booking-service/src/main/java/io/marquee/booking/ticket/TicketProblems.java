package io.marquee.booking.ticket;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

import io.marquee.booking.booking.BookedShow;
import io.marquee.platform.web.ApiException;
import org.springframework.http.HttpStatus;

/** Why somebody is not let in, in words for whoever stands at the door. */
final class TicketProblems {

	private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("h:mm a zzz 'on' EEEE, d MMMM uuuu",
			Locale.ENGLISH);

	private TicketProblems() {
	}

	static ApiException unknown() {
		return new ApiException(HttpStatus.NOT_FOUND, "TICKET_UNKNOWN", "No booking has this code");
	}

	static ApiException forged() {
		return new ApiException(HttpStatus.BAD_REQUEST, "TICKET_FORGED", "This code was not issued here");
	}

	static ApiException wrongShow(BookedShow show) {
		return new ApiException(HttpStatus.CONFLICT, "TICKET_WRONG_SHOW", "This ticket is for " + show.movieTitle()
				+ ", " + show.screenName() + ", " + moment(show.startsAt(), show));
	}

	static ApiException notPaid() {
		return new ApiException(HttpStatus.CONFLICT, "TICKET_NOT_PAID", "This booking is not paid");
	}

	static ApiException cancelled() {
		return new ApiException(HttpStatus.CONFLICT, "TICKET_CANCELLED", "This booking was cancelled");
	}

	static ApiException refunded() {
		return new ApiException(HttpStatus.CONFLICT, "TICKET_REFUNDED", "This booking was refunded");
	}

	static ApiException alreadyAdmitted(Instant at, BookedShow show) {
		return new ApiException(HttpStatus.CONFLICT, "TICKET_ALREADY_ADMITTED",
				"This ticket was used already, at " + moment(at, show));
	}

	static ApiException tooEarly(Instant opens, BookedShow show) {
		return new ApiException(HttpStatus.CONFLICT, "TICKET_TOO_EARLY",
				"Admission to this show opens at " + moment(opens, show));
	}

	static ApiException tooLate(Instant ended, BookedShow show) {
		return new ApiException(HttpStatus.CONFLICT, "TICKET_TOO_LATE", "This show was over at " + moment(ended, show));
	}

	private static String moment(Instant time, BookedShow show) {
		return MOMENT.format(time.atZone(ZoneId.of(show.timeZone())));
	}

}
