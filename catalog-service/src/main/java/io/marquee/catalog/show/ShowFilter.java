package io.marquee.catalog.show;

import java.time.Instant;
import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

/**
 * Which shows are wanted; null means any.
 *
 * @param movieId the movie
 * @param venueId the venue
 * @param city the city
 * @param date the day at the venue
 * @param genre a genre of the movie
 * @param language the language it is shown in
 * @param format the format
 * @param from begins then or later
 * @param to begins then or earlier
 */
public record ShowFilter(@Nullable String movieId, @Nullable String venueId, @Nullable String city,
		@Nullable LocalDate date, @Nullable String genre, @Nullable String language, @Nullable String format,
		@Nullable Instant from, @Nullable Instant to) {

}
