package io.marquee.catalog.search;

/**
 * How many of the things that were found have a value.
 *
 * @param value the value as people write it
 * @param count how many have it
 */
public record FacetCount(String value, long count) {
}
