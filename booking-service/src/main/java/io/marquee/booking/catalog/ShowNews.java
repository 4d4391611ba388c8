package io.marquee.booking.catalog;

/** A show that is known here is not what it was. */
public record ShowNews(String showId) {
}
