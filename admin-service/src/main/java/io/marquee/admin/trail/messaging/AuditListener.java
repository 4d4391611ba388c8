package io.marquee.admin.trail.messaging;

import io.cloudevents.CloudEvent;
import io.marquee.admin.trail.Recorded;
import io.marquee.admin.trail.Trail;
import io.marquee.platform.events.EventData;

import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

@Component
class AuditListener {

	private final EventData data;

	private final Trail trail;

	AuditListener(EventData data, Trail trail) {
		this.data = data;
		this.trail = trail;
	}

	@KafkaListener(topics = "marquee.audit.v1", groupId = "admin-service-audit")
	void on(CloudEvent event) {
		if (event.getType().equals("marquee.audit.recorded")) {
			this.trail.add(this.data.read(event, Recorded.class));
		}
	}

}
