package io.marquee.booking.booking.messaging;

import io.cloudevents.CloudEvent;
import io.marquee.booking.booking.CancellingShows;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/** Hears of shows that are off; one of the replicas does. */
@Component
class CancelledShowListener {

	private final CancellingShows cancelling;

	CancelledShowListener(CancellingShows cancelling) {
		this.cancelling = cancelling;
	}

	@KafkaListener(topics = "marquee.catalog.v1", groupId = "booking-service")
	void on(CloudEvent event) {
		String showId = event.getSubject();
		if (showId != null && event.getType().equals("marquee.show.cancelled")) {
			this.cancelling.cancelled(showId);
		}
	}

}
