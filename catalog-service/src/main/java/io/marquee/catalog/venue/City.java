package io.marquee.catalog.venue;

/**
 * A city with venues.
 *
 * @param city its name
 * @param venues how many venues
 * @param screens how many screens
 */
public record City(String city, long venues, long screens) {
}
