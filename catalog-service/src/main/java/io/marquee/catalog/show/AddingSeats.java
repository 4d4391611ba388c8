package io.marquee.catalog.show;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;

import io.marquee.catalog.store.Expected;
import io.marquee.catalog.store.OptimisticChange;
import io.marquee.catalog.venue.SeatLayout;
import io.marquee.catalog.venue.SeatRow;
import io.marquee.platform.web.ApiException;

/**
 * Adds rows of seats to one show, as when a hall puts up chairs. Rows that are there stay
 * as they are: their seats may be sold.
 */
@Service
public class AddingSeats {

	private final Shows shows;

	private final FindingShows finding;

	private final Clock clock;

	AddingSeats(Shows shows, FindingShows finding, Clock clock) {
		this.shows = shows;
		this.finding = finding;
		this.clock = clock;
	}

	/**
	 * Adds rows behind the last.
	 * @param showId the show
	 * @param expected what the change was thought out for
	 * @param added the new rows
	 * @return the show after the change
	 */
	public Show add(String showId, Expected expected, SeatLayout added) {
		return OptimisticChange.apply(() -> this.finding.get(showId), expected, (show) -> {
			if (show.statusAt(this.clock.instant()) != ShowStatus.SCHEDULED) {
				throw new ApiException(HttpStatus.CONFLICT, "SHOW_NOT_SCHEDULED", "The show is over or off");
			}
			if (!show.prices().keySet().containsAll(added.categories())) {
				throw refused("the show has prices for " + show.prices().keySet() + " only");
			}
			return show.seated(together(show.seatLayout(), added), this.clock.instant().truncatedTo(ChronoUnit.MILLIS));
		}, this.shows::replace);
	}

	private static SeatLayout together(SeatLayout present, SeatLayout added) {
		List<SeatRow> rows = new ArrayList<>(present.rows());
		rows.addAll(added.rows());
		try {
			return new SeatLayout(rows);
		}
		catch (IllegalArgumentException ex) {
			throw refused(String.valueOf(ex.getMessage()));
		}
	}

	private static ApiException refused(String message) {
		return ApiException.invalid("rows", message);
	}

}
