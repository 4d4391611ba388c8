package io.marquee.infra.bench.verify;

import java.util.List;

import io.marquee.infra.bench.verify.PublishedEvents.Event;

/** Each fact is told once; the same event may be sent again, but not another of it. */
final class EventCheck implements Check {

	@Override
	public void examine(Evidence evidence, Findings findings) {
		for (StoredBooking booking : evidence.bookings().values()) {
			List<Event> events = evidence.events().getOrDefault(booking.id(), List.of());
			String facts = booking + " " + events;
			findings.expect("outbox is empty", booking.waiting() == 0, booking);
			findings.expect("a hold is told once, and first",
					count(events, "held") == 1 && events.getFirst().type().endsWith(".held"), facts);
			findings.expect("a confirmed booking is told once",
					count(events, "confirmed") == ((booking.confirmedAt() != null) ? 1 : 0), facts);
			findings.expect("the end of a confirmed booking is told once",
					count(events, "cancelled") == (booking.wasEnded() ? 1 : 0), facts);
			findings.expect("a refund is told once",
					count(events, "refunded") == (booking.status().equals("REFUNDED") ? 1 : 0), facts);
			findings.expect("a hold that ran out is told once", count(events, "expired") <= 1, facts);
		}
		evidence.events()
			.forEach((id, events) -> findings.expect("every event is of a booking", evidence.booking(id) != null,
					events));
	}

	private static long count(List<Event> events, String type) {
		return events.stream()
			.filter((event) -> event.type().equals("marquee.booking." + type))
			.map(Event::id)
			.distinct()
			.count();
	}

}
