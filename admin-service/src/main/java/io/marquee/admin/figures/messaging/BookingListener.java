package io.marquee.admin.figures.messaging;

import io.cloudevents.CloudEvent;
import io.marquee.admin.figures.BookingEvent;
import io.marquee.admin.figures.Figures;
import io.marquee.platform.events.EventData;

import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

@Component
class BookingListener {

	private final EventData data;

	private final Figures figures;

	BookingListener(EventData data, Figures figures) {
		this.data = data;
		this.figures = figures;
	}

	@KafkaListener(topics = "marquee.bookings.v1", groupId = "admin-service")
	void on(CloudEvent event) {
		// Others on this topic need not look like a booking.
		if (event.getType().startsWith("marquee.booking.")) {
			this.figures.count(event.getType(), this.data.read(event, BookingEvent.class));
		}
	}

}
