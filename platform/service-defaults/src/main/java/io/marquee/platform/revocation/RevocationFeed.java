package io.marquee.platform.revocation;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;

import io.marquee.platform.feed.TopicFeed;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads the revocations from Kafka for as long as the process lives. While Kafka is down,
 * what is known stays known.
 */
class RevocationFeed extends TopicFeed {

	private static final Log log = LogFactory.getLog(RevocationFeed.class);

	private static final Duration LOOK_AGAIN = Duration.ofSeconds(5);

	private final Revocations revocations;

	private final JsonMapper json;

	RevocationFeed(Revocations revocations, RevocationSettings settings, JsonMapper json, Clock clock) {
		super("revocations", Revocation.TOPIC, settings.tokenLife(), LOOK_AGAIN, settings.kafka(), clock);
		this.revocations = revocations;
		this.json = json;
	}

	@Override
	public void stop() {
		super.stop();
		// What comes while nobody reads is not known.
		this.revocations.setKnown(false);
	}

	@Override
	protected void caughtUp() {
		if (!this.revocations.known()) {
			this.revocations.setKnown(true);
			log.info("Knows of " + this.revocations.held() + " revocations");
		}
	}

	@Override
	protected void heard() {
		this.revocations.forgetOld();
	}

	/** A record that cannot be read must not keep those behind it from being read. */
	@Override
	protected void read(ConsumerRecord<String, byte[]> message) {
		Header type = message.headers().lastHeader("ce_type");
		if (message.value() == null || type == null
				|| !Revocation.TYPE.equals(new String(type.value(), StandardCharsets.UTF_8))) {
			return;
		}
		try {
			this.revocations.add(this.json.readValue(message.value(), Revocation.class), message.timestamp());
		}
		catch (JacksonException ex) {
			log.error("Cannot read the revocation at offset " + message.offset() + " of partition "
					+ message.partition() + ": " + ex.getOriginalMessage());
		}
	}

}
