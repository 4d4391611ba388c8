package io.marquee.booking.seatmap;

import io.cloudevents.CloudEvent;
import io.marquee.platform.events.EventData;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/**
 * Hears of bookings, whichever replica made them. Each replica has its own subscribers,
 * hence a consumer group of its own.
 */
@Component
class SeatNews {

	private final LiveSeatMaps seatMaps;

	private final EventData data;

	SeatNews(LiveSeatMaps seatMaps, EventData data) {
		this.seatMaps = seatMaps;
		this.data = data;
	}

	@KafkaListener(topics = "marquee.bookings.v1", groupId = "booking-service-seats-${random.uuid}",
			properties = "auto.offset.reset=latest")
	void on(CloudEvent event) {
		if (!this.seatMaps.isAnythingWatched()) {
			return;
		}
		try {
			this.seatMaps.changed(this.data.read(event, OfShow.class).showId());
		}
		catch (RuntimeException ex) {
			// It is about some show, and no dead letter is worth writing for a hint.
			this.seatMaps.changed();
		}
	}

	/** What matters here of any event of a booking. */
	record OfShow(String showId) {
	}

}
