package io.marquee.platform.events;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.kafka.core.KafkaAdmin;

/**
 * Creates this service's topics once it is up, in the background: Kafka may come later.
 */
class TopicCreation {

	private static final Log log = LogFactory.getLog(TopicCreation.class);

	private final KafkaAdmin admin;

	TopicCreation(KafkaAdmin admin) {
		this.admin = admin;
	}

	@EventListener(ApplicationReadyEvent.class)
	void create() {
		Thread.ofVirtual().name("topic-creation").start(() -> {
			if (!this.admin.initialize()) {
				log.warn("Kafka does not answer; topics are left to the broker's own creation");
			}
		});
	}

}
