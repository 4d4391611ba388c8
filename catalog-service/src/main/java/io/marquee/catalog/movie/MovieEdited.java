package io.marquee.catalog.movie;

/**
 * Tells the rest of this process that a movie has new details, or was hidden or shown.
 *
 * @param movie the movie after the change
 */
public record MovieEdited(Movie movie) {
}
