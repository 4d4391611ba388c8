package io.marquee.platform.revocation;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.context.SmartLifecycle;

/**
 * Reads the revocations from Kafka for as long as the process lives, on a thread of its
 * own. While Kafka is down, what is known stays known, and it tries again until Kafka is
 * back.
 */
class RevocationFeed implements SmartLifecycle {

	private static final Log log = LogFactory.getLog(RevocationFeed.class);

	/** How often Kafka must show that it answers, and new partitions are looked for. */
	private static final Duration LOOK_AGAIN = Duration.ofSeconds(5);

	private static final Duration PAUSE = Duration.ofMillis(500);

	private static final Duration END = Duration.ofSeconds(3);

	private final Revocations revocations;

	private final RevocationSettings settings;

	private final JsonMapper json;

	private final Clock clock;

	private volatile @Nullable Thread thread;

	private volatile long heardAt;

	private boolean outageTold;

	RevocationFeed(Revocations revocations, RevocationSettings settings, JsonMapper json, Clock clock) {
		this.revocations = revocations;
		this.settings = settings;
		this.json = json;
		this.clock = clock;
		this.heardAt = clock.millis();
	}

	@Override
	public void start() {
		Thread reading = Thread.ofPlatform().daemon().name("revocations").unstarted(this::read);
		this.thread = reading;
		reading.start();
	}

	@Override
	public void stop() {
		Thread reading = this.thread;
		this.thread = null;
		if (reading != null) {
			reading.interrupt();
			try {
				reading.join(END);
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
			}
		}
		// What comes while nobody reads is not known.
		this.revocations.setKnown(false);
	}

	@Override
	public boolean isRunning() {
		return this.thread != null;
	}

	/** From before the first request is served until after the last. */
	@Override
	public int getPhase() {
		return 0;
	}

	/**
	 * How long ago Kafka last answered.
	 * @return the time in milliseconds; since the start, if it never has
	 */
	long silence() {
		return Math.max(0, this.clock.millis() - this.heardAt);
	}

	private void read() {
		while (isMine()) {
			try {
				follow();
			}
			catch (InterruptException ex) {
				log.debug("Told to end");
			}
			catch (RuntimeException ex) {
				if (isMine() && !this.outageTold) {
					this.outageTold = true;
					log.warn("Revoked tokens cannot be learnt of until Kafka answers: " + ex);
				}
				pause();
			}
		}
	}

	private void follow() {
		RevocationTopic topic = new RevocationTopic(this.settings, this.clock);
		try {
			while (isMine()) {
				boolean exists = topic.look();
				heard();
				if (exists) {
					readUntil(System.nanoTime() + LOOK_AGAIN.toNanos(), topic);
				}
				else {
					// Nobody has ever published: there is nothing to know.
					this.revocations.setKnown(true);
					pause();
				}
				this.revocations.forgetOld();
			}
		}
		finally {
			// Otherwise the connections could not be closed in order.
			Thread.interrupted();
			topic.close();
		}
	}

	private void readUntil(long end, RevocationTopic topic) {
		while (isMine() && System.nanoTime() - end < 0) {
			if (!this.revocations.known() && topic.caughtUp()) {
				this.revocations.setKnown(true);
				log.info("Knows of " + this.revocations.held() + " revocations");
			}
			topic.read(this.revocations.known() ? LOOK_AGAIN : PAUSE).forEach(this::learn);
		}
	}

	/** A record that cannot be read must not keep those behind it from being read. */
	private void learn(ConsumerRecord<String, byte[]> message) {
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

	private void heard() {
		this.heardAt = this.clock.millis();
		if (this.outageTold) {
			this.outageTold = false;
			log.info("Kafka answers again");
		}
	}

	private boolean isMine() {
		return Thread.currentThread() == this.thread;
	}

	private void pause() {
		try {
			TimeUnit.MILLISECONDS.sleep(PAUSE.toMillis());
		}
		catch (InterruptedException ex) {
			// Only stop() interrupts, and has said so before.
			log.debug("Told to end");
		}
	}

}
