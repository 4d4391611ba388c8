package io.marquee.booking.catalog;

import java.util.Set;

import io.cloudevents.CloudEvent;
import io.marquee.platform.events.EventData;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/**
 * Keeps the shows fresh. Each replica has its own cache, hence a consumer group of its
 * own.
 */
@Component
class ShowChanges {

	private final Shows shows;

	private final EventData data;

	ShowChanges(Shows shows, EventData data) {
		this.shows = shows;
		this.data = data;
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
			case "marquee.show.changed", "marquee.show.completed" ->
				this.shows.changed(showId, this.data.read(event, Told.class).isSuspended());
			default -> {
				// nothing that is cached here
			}
		}
	}

	/** What an event tells of a show. */
	record Told(@Nullable Set<String> suspended) {

		boolean isSuspended() {
			return this.suspended != null && !this.suspended.isEmpty();
		}

	}

}
