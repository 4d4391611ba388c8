package io.marquee.booking.booking.messaging;

import java.util.Objects;

import io.cloudevents.CloudEvent;
import io.marquee.booking.booking.ForgettingCustomers;
import io.marquee.platform.events.EventData;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/** Hears of accounts that were closed; one of the replicas does. */
@Component
class ClosedAccountListener {

	private final ForgettingCustomers forgetting;

	private final EventData data;

	ClosedAccountListener(ForgettingCustomers forgetting, EventData data) {
		this.forgetting = forgetting;
		this.data = data;
	}

	@KafkaListener(topics = "marquee.identity.v1", groupId = "booking-service")
	void on(CloudEvent event) {
		if (event.getType().equals("marquee.user.deleted")) {
			this.forgetting.closed(this.data.read(event, Closed.class).userId());
		}
	}

	/** Whose account was closed. */
	record Closed(String userId) {

		Closed {
			Objects.requireNonNull(userId);
		}

	}

}
