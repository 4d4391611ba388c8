package io.marquee.catalog.show.messaging;

import io.cloudevents.CloudEvent;

import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

import io.marquee.catalog.show.KeepingShowsCurrent;

/**
 * Follows this service's own events, so that shows learn what became of their movie and
 * venue though the process that changed these dies in the next moment. An event only says
 * where to look; what is true is in the database.
 */
@Component
class CatalogEvents {

	private final KeepingShowsCurrent keeping;

	CatalogEvents(KeepingShowsCurrent keeping) {
		this.keeping = keeping;
	}

	@KafkaListener(topics = "marquee.catalog.v1", groupId = "catalog-service")
	void on(CloudEvent event) {
		String id = event.getSubject();
		if (id == null) {
			return;
		}
		switch (event.getType()) {
			case "marquee.movie.changed" -> this.keeping.ofMovie(id);
			case "marquee.venue.changed" -> this.keeping.atVenue(id);
			case "marquee.show.scheduled", "marquee.show.changed" -> this.keeping.show(id);
			default -> {
				// a show that is off or over keeps what it had
			}
		}
	}

}
