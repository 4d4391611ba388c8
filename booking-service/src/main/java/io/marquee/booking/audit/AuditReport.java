package io.marquee.booking.audit;

import java.time.Instant;
import java.util.List;

import org.springframework.data.annotation.Id;

/**
 * What an audit found.
 *
 * @param from bookings made from this time on
 * @param to and before this time
 * @param createdAt when it began
 * @param updatedAt when it was done
 * @param comparedWithProvider whether the provider could be asked; if not, only our own
 * books were added up
 * @param differenceCount how many differences there are
 * @param differences the first of them
 */
public record AuditReport(@Id String id, Instant from, Instant to, Instant createdAt, Instant updatedAt, long bookings,
		boolean comparedWithProvider, List<Totals> totals, long differenceCount, List<Difference> differences) {
}
