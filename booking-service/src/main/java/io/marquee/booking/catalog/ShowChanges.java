package io.marquee.booking.catalog;

import io.cloudevents.CloudEvent;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/**
 * Keeps the shows fresh. Each replica has its own cache, hence a consumer group of its
 * own.
 */
@Component
class ShowChanges {

	private final Shows shows;

	ShowChanges(Shows shows) {
		this.shows = shows;
	}

	@KafkaListener(topics = "marquee.catalog.v1", groupId = "booking-service-shows-${random.uuid}",
			properties = "auto.offset.reset=latest")
	void on(CloudEvent event) {
		String showId = event.getSubject();
		if (showId == null) {
			return;
		}
		switch (event.getType()) {
			case "marquee.show.cancelled" -> this.shows.cancelled(showId);
			case "marquee.show.changed" -> this.shows.changed(showId);
			default -> {
				// nothing that is cached here
			}
		}
	}

}
