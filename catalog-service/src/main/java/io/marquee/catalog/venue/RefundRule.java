package io.marquee.catalog.venue;

/**
 * A step of a cancellation policy.
 *
 * @param hoursBefore how many hours before the start, or more
 * @param refundPercent the share of the price that goes back
 */
public record RefundRule(int hoursBefore, int refundPercent) {

}
