package io.marquee.catalog.movie;

import java.math.BigDecimal;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What is known of a movie; all of it can be edited.
 *
 * @param title the title
 * @param originalTitle the title where it comes from
 * @param languages the languages it is shown in, the original first
 * @param genres the genres
 * @param certificate the censor's certificate, such as {@code UA}
 * @param durationMinutes how long it runs
 * @param cast the main cast
 * @param directors the directors
 * @param synopsis a few sentences
 * @param rating from 0 to 10
 * @param releaseDate the first day in the cinemas, as {@code 1975-08-15}: a day has no
 * time zone, which a stored date would give it
 * @param popularity from 0 to 100
 * @param posterUrl where its poster is
 * @param externalId what it is called elsewhere, where it was imported from; of one movie
 * only
 */
public record MovieDetails(String title, String originalTitle, List<String> languages, List<String> genres,
		@Nullable String certificate, int durationMinutes, List<String> cast, List<String> directors,
		@Nullable String synopsis, @Nullable BigDecimal rating, @Nullable String releaseDate, int popularity,
		@Nullable String posterUrl, @Nullable String externalId) {

	/**
	 * The same with another poster.
	 * @param posterUrl where it is; null for none
	 * @return the details
	 */
	public MovieDetails withPoster(@Nullable String posterUrl) {
		return new MovieDetails(this.title, this.originalTitle, this.languages, this.genres, this.certificate,
				this.durationMinutes, this.cast, this.directors, this.synopsis, this.rating, this.releaseDate,
				this.popularity, posterUrl, this.externalId);
	}

}
