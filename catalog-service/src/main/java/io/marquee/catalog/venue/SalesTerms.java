package io.marquee.catalog.venue;

import java.util.List;

/**
 * The terms a venue sells on.
 *
 * @param cancellationPolicy what a cancellation gives back: the first rule that fits
 * counts, and none that fits gives nothing
 * @param bookingCutOffMinutes how long before the start the sale ends
 */
public record SalesTerms(List<RefundRule> cancellationPolicy, int bookingCutOffMinutes) {

	/** The terms of a venue that names none. */
	public static final SalesTerms STANDARD = new SalesTerms(List.of(new RefundRule(24, 100), new RefundRule(2, 50)),
			0);

}
