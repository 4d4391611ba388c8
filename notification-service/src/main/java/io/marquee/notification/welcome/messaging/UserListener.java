package io.marquee.notification.welcome.messaging;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Objects;
import java.util.Optional;

import io.cloudevents.CloudEvent;
import io.marquee.notification.notice.ForgettingCustomers;
import io.marquee.notification.notice.Notifying;
import io.marquee.notification.welcome.WelcomeNotice;
import io.marquee.platform.events.EventData;

import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

@Component
class UserListener {

	private static final String REGISTERED = "marquee.user.registered";

	private static final String DELETED = "marquee.user.deleted";

	private final EventData data;

	private final Notifying notifying;

	private final ForgettingCustomers forgetting;

	private final Clock clock;

	UserListener(EventData data, Notifying notifying, ForgettingCustomers forgetting, Clock clock) {
		this.data = data;
		this.notifying = notifying;
		this.forgetting = forgetting;
		this.clock = clock;
	}

	@KafkaListener(topics = "marquee.identity.v1", groupId = "notification-service")
	void on(CloudEvent event) {
		if (REGISTERED.equals(event.getType())) {
			this.notifying.tell(WelcomeNotice.of(event.getId(), this.data.read(event, Registered.class).userId(),
					Optional.ofNullable(event.getTime())
						.map(OffsetDateTime::toInstant)
						.orElseGet(this.clock::instant)));
		}
		else if (DELETED.equals(event.getType())) {
			this.forgetting.forget(this.data.read(event, Deleted.class).userId());
		}
	}

	record Registered(String userId) {

		Registered {
			Objects.requireNonNull(userId);
		}

	}

	record Deleted(String userId) {

		Deleted {
			Objects.requireNonNull(userId);
		}

	}

}
