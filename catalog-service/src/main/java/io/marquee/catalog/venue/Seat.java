package io.marquee.catalog.venue;

/**
 * One seat of a layout.
 *
 * @param seat its name, such as {@code A1}
 * @param row the row's label
 * @param number its number in the row, from 1; gaps are not counted
 * @param category what kind of seat it is
 */
public record Seat(String seat, String row, int number, SeatCategory category) {
}
