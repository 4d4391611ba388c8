package io.marquee.platform.feed;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.InterruptException;
import org.jspecify.annotations.Nullable;

import org.springframework.context.SmartLifecycle;

/**
 * Reads a topic from Kafka for as long as the process lives, on a thread of its own.
 * While Kafka is down it tries again until Kafka is back. What is told is told on that
 * thread.
 */
public abstract class TopicFeed implements SmartLifecycle {

	private static final Log log = LogFactory.getLog(TopicFeed.class);

	private static final Duration PAUSE = Duration.ofMillis(500);

	private static final Duration END = Duration.ofSeconds(3);

	private final String name;

	private final String topic;

	private final Duration past;

	private final Duration lookAgain;

	private final Map<String, String> kafka;

	private final Clock clock;

	private volatile @Nullable Thread thread;

	private volatile long heardAt;

	private boolean caughtUp;

	private boolean outageTold;

	/**
	 * A feed that is not started yet.
	 * @param name the name of its thread
	 * @param topic the topic; it need not exist
	 * @param past how old the records may be that it begins with
	 * @param lookAgain how often Kafka must show that it answers, and new partitions are
	 * looked for
	 * @param kafka settings of the Kafka consumer by their Kafka names
	 * @param clock the time
	 */
	protected TopicFeed(String name, String topic, Duration past, Duration lookAgain, Map<String, String> kafka,
			Clock clock) {
		this.name = name;
		this.topic = topic;
		this.past = past;
		this.lookAgain = lookAgain;
		this.kafka = kafka;
		this.clock = clock;
		this.heardAt = clock.millis();
	}

	/**
	 * A record has come.
	 * @param message the record
	 */
	protected abstract void read(ConsumerRecord<String, byte[]> message);

	/** Partitions are read from now on: what their past held beyond is not told. */
	protected void begun() {
	}

	/** All has been told that was there to be told when reading began. */
	protected void caughtUp() {
	}

	/** Kafka has answered; comes every few seconds. */
	protected void heard() {
	}

	@Override
	public void start() {
		Thread reading = Thread.ofPlatform().daemon().name(this.name).unstarted(this::run);
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
	public long silence() {
		return Math.max(0, this.clock.millis() - this.heardAt);
	}

	private void run() {
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
					log.warn("Nothing is learnt from " + this.topic + " until Kafka answers: " + ex);
				}
				pause();
			}
		}
	}

	private void follow() {
		TopicReader reader = new TopicReader(this.topic, this.past, this.kafka, this.clock);
		try {
			while (isMine()) {
				if (reader.look() > 0) {
					this.caughtUp = false;
					begun();
				}
				answered();
				if (reader.exists()) {
					readUntil(System.nanoTime() + this.lookAgain.toNanos(), reader);
				}
				else {
					// Nobody has ever published: there is nothing to know.
					caughtUp();
					pause();
				}
			}
		}
		finally {
			// Otherwise the connections could not be closed in order.
			Thread.interrupted();
			reader.close();
		}
	}

	private void readUntil(long end, TopicReader reader) {
		while (isMine() && System.nanoTime() - end < 0) {
			if (!this.caughtUp && reader.caughtUp()) {
				this.caughtUp = true;
				caughtUp();
			}
			reader.read(this.caughtUp ? this.lookAgain : PAUSE).forEach(this::read);
		}
	}

	private void answered() {
		this.heardAt = this.clock.millis();
		if (this.outageTold) {
			this.outageTold = false;
			log.info("Kafka answers again");
		}
		heard();
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
