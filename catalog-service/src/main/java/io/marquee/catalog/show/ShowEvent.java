package io.marquee.catalog.show;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.marquee.catalog.venue.SeatCategory;
import io.marquee.platform.money.Money;

/**
 * The events {@code marquee.show.scheduled}, {@code .changed}, {@code .cancelled} and
 * {@code .completed}: the show as it is now.
 *
 * @param showId the show
 * @param version counts its changes
 * @param externalId what it is called where it was imported from
 * @param movieId its movie
 * @param movieTitle the movie's title
 * @param genres the movie's genres
 * @param certificate the movie's certificate
 * @param durationMinutes how long it runs
 * @param posterUrl where the movie's poster is
 * @param venueId its venue
 * @param venueName the venue's name
 * @param city the venue's city
 * @param timeZone the venue's time zone
 * @param screenId its screen
 * @param screenName the screen's name
 * @param startsAt when it begins
 * @param endsAt when it is over
 * @param language the language it is shown in
 * @param format 2D, 3D, IMAX, …
 * @param prices the price of a seat of each category
 * @param layout the seat layout, one line a row
 * @param seatsTotal how many seats it has
 * @param salesOpenAt from when on seats are sold; from the beginning if null
 * @param salesCloseAt until when; as the venue's terms say if null
 * @param bookingCutOffMinutes how long before the start that is
 * @param suspended why its sale rests; empty if it does not
 * @param status SCHEDULED, CANCELLED or COMPLETED
 * @param cancelReason why it was cancelled
 * @param createdAt when it was added
 * @param occurredAt when it changed
 */
public record ShowEvent(String showId, long version, @Nullable String externalId, String movieId, String movieTitle,
		List<String> genres, @Nullable String certificate, int durationMinutes, @Nullable String posterUrl,
		String venueId, String venueName, String city, String timeZone, String screenId, String screenName,
		Instant startsAt, Instant endsAt, String language, String format, Map<SeatCategory, Money> prices,
		List<String> layout, int seatsTotal, @Nullable Instant salesOpenAt, @Nullable Instant salesCloseAt,
		@Nullable Integer bookingCutOffMinutes, List<Suspension> suspended, ShowStatus status,
		@Nullable String cancelReason, Instant createdAt, Instant occurredAt) {

	/**
	 * The type of event that tells a show's present state.
	 * @param show the show after the change
	 * @return the type
	 */
	public static String typeOf(Show show) {
		return switch (show.status()) {
			case CANCELLED, REMOVED -> "marquee.show.cancelled";
			case SCHEDULED -> (show.version() == 0) ? "marquee.show.scheduled" : "marquee.show.changed";
			case COMPLETED -> "marquee.show.completed";
		};
	}

	/**
	 * The event for a show.
	 * @param show the show after the change
	 * @return the event
	 */
	public static ShowEvent of(Show show) {
		// Whether a show was cancelled or removed makes no difference to those who booked
		// it.
		ShowStatus status = (show.status() == ShowStatus.REMOVED) ? ShowStatus.CANCELLED : show.status();
		return new ShowEvent(show.id(), show.version(), show.externalId(), show.film().movieId(), show.film().title(),
				show.film().genres(), show.film().certificate(), show.film().durationMinutes(), show.film().posterUrl(),
				show.place().venueId(), show.place().venueName(), show.place().city(), show.place().timeZone(),
				show.place().screenId(), show.place().screenName(), show.startsAt(), show.endsAt(), show.language(),
				show.format(), show.prices(), show.seatLayout().text(), show.seatsTotal(), show.salesOpenAt(),
				show.salesCloseAt(), show.place().bookingCutOffMinutes(), show.suspensions().stream().sorted().toList(),
				status, show.cancelReason(), show.createdAt(), show.updatedAt());
	}

}
