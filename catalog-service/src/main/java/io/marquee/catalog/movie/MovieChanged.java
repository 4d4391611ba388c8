package io.marquee.catalog.movie;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

import io.marquee.catalog.store.State;

/**
 * Event {@code marquee.movie.changed}: the movie as it is now.
 *
 * @param movieId the movie
 * @param version counts its changes
 * @param externalId what it is called where it was imported from
 * @param title the title
 * @param originalTitle the title where it comes from
 * @param languages the languages it is shown in
 * @param genres the genres
 * @param certificate the censor's certificate
 * @param durationMinutes how long it runs
 * @param cast the main cast
 * @param directors the directors
 * @param synopsis a few sentences
 * @param rating from 0 to 10
 * @param releaseDate the first day in the cinemas
 * @param popularity from 0 to 100
 * @param posterUrl where its poster is
 * @param active whether the public sees it
 * @param deleted whether it is gone
 * @param createdAt when it was added
 * @param occurredAt when it changed
 */
public record MovieChanged(String movieId, long version, @Nullable String externalId, String title,
		String originalTitle, List<String> languages, List<String> genres, @Nullable String certificate,
		int durationMinutes, List<String> cast, List<String> directors, @Nullable String synopsis,
		@Nullable BigDecimal rating, @Nullable String releaseDate, int popularity, @Nullable String posterUrl,
		boolean active, boolean deleted, Instant createdAt, Instant occurredAt) {

	/** The event's type. */
	public static final String TYPE = "marquee.movie.changed";

	/**
	 * The event for a movie.
	 * @param movie the movie after the change
	 * @return the event
	 */
	public static MovieChanged of(Movie movie) {
		MovieDetails details = movie.details();
		return new MovieChanged(movie.id(), movie.version(), details.externalId(), details.title(),
				details.originalTitle(), details.languages(), details.genres(), details.certificate(),
				details.durationMinutes(), details.cast(), details.directors(), details.synopsis(), details.rating(),
				details.releaseDate(), details.popularity(), details.posterUrl(), movie.active(),
				movie.state() == State.DELETED, movie.createdAt(), movie.updatedAt());
	}

}
