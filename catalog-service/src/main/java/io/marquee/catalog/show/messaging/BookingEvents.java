package io.marquee.catalog.show.messaging;

import java.util.List;

import io.cloudevents.CloudEvent;
import org.jspecify.annotations.Nullable;

import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

import io.marquee.catalog.show.Shows;
import io.marquee.platform.events.EventData;

/**
 * Keeps the seats left of a show current. Counted by booking and not by event, so that an
 * event that comes twice changes nothing; the events of one booking come in order.
 */
@Component
class BookingEvents {

	private final Shows shows;

	private final EventData data;

	BookingEvents(Shows shows, EventData data) {
		this.shows = shows;
		this.data = data;
	}

	@KafkaListener(topics = "marquee.bookings.v1", groupId = "catalog-service")
	void on(CloudEvent event) {
		switch (event.getType()) {
			case "marquee.booking.held", "marquee.booking.confirmed" -> {
				Booking booking = this.data.read(event, Booking.class);
				this.shows.take(booking.showId(), booking.bookingId(), booking.seats().size());
			}
			case "marquee.booking.expired", "marquee.booking.released", "marquee.booking.cancelled",
					"marquee.booking.refunded", "marquee.booking.payment-failed" -> {
				Booking booking = this.data.read(event, Booking.class);
				// After a failed payment a hold that still has time goes on.
				if (!"HELD".equals(booking.status())) {
					this.shows.giveBack(booking.showId(), booking.bookingId(), booking.seats().size());
				}
			}
			default -> {
				// Not about seats.
			}
		}
	}

	/**
	 * What is read of a booking.
	 */
	record Booking(String bookingId, String showId, @Nullable String status, List<String> seats) {

	}

}
