package io.marquee.notification.booking.messaging;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Optional;

import io.cloudevents.CloudEvent;
import io.marquee.notification.booking.BookingEvent;
import io.marquee.notification.booking.BookingNotices;
import io.marquee.notification.notice.Notifying;
import io.marquee.platform.events.EventData;

import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

@Component
class BookingListener {

	private final EventData data;

	private final Notifying notifying;

	private final Clock clock;

	BookingListener(EventData data, Notifying notifying, Clock clock) {
		this.data = data;
		this.notifying = notifying;
		this.clock = clock;
	}

	@KafkaListener(topics = "marquee.bookings.v1", groupId = "notification-service")
	void on(CloudEvent event) {
		if (!event.getType().startsWith("marquee.booking.")) {
			// Others on this topic need not look like a booking.
			return;
		}
		BookingNotices
			.of(event.getId(), event.getType(),
					Optional.ofNullable(event.getTime()).map(OffsetDateTime::toInstant).orElseGet(this.clock::instant),
					this.data.read(event, BookingEvent.class))
			.ifPresent(this.notifying::tell);
	}

}
