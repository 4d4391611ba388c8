package io.marquee.booking.support;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

import io.cloudevents.CloudEvent;
import org.springframework.kafka.annotation.KafkaListener;

/** All that the service has told the world. */
public class PublishedEvents {

	private final List<CloudEvent> events = new CopyOnWriteArrayList<>();

	@KafkaListener(topics = "marquee.bookings.v1", groupId = "published-events")
	void on(CloudEvent event) {
		this.events.add(event);
	}

	public List<CloudEvent> of(String bookingId) {
		// An event may come twice; its id tells.
		Set<String> seen = new HashSet<>();
		return this.events.stream()
			.filter((event) -> bookingId.equals(event.getSubject()) && seen.add(event.getId()))
			.toList();
	}

	public List<String> typesOf(String bookingId) {
		return of(bookingId).stream().map((event) -> event.getType().substring("marquee.booking.".length())).toList();
	}

	public static String data(CloudEvent event) {
		return new String(event.getData().toBytes(), StandardCharsets.UTF_8);
	}

}
