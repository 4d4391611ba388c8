package io.marquee.platform.events;

import java.time.Duration;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.kafka.core.KafkaAdmin;

/**
 * Creates this service's topics once it is up, in the background: Kafka may come later,
 * and may have made them by itself meanwhile, without their settings.
 */
class TopicCreation implements DisposableBean {

	private static final Log log = LogFactory.getLog(TopicCreation.class);

	private static final Duration PAUSE = Duration.ofSeconds(10);

	private final KafkaAdmin admin;

	private final Thread creation;

	TopicCreation(KafkaAdmin admin) {
		this.admin = admin;
		this.creation = Thread.ofVirtual().name("topic-creation").unstarted(this::create);
	}

	@EventListener(ApplicationReadyEvent.class)
	void start() {
		this.creation.start();
	}

	private void create() {
		try {
			while (!this.admin.initialize()) {
				log.warn("Kafka does not answer; its topics are made or checked later");
				Thread.sleep(PAUSE);
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	@Override
	public void destroy() {
		this.creation.interrupt();
	}

}
