package io.marquee.catalog.search;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Fills the indexes at the start and keeps them current. Part of readiness: a replica
 * that does not know the whole catalogue yet is not ready.
 */
@Component("catalogueHealthIndicator")
class KeepingIndexesCurrent implements SmartLifecycle, HealthIndicator {

	private static final Log log = LogFactory.getLog(KeepingIndexesCurrent.class);

	private static final String LOOK_EVERY = "${marquee.catalog.look-every:PT5S}";

	private static final Duration PAUSE = Duration.ofSeconds(1);

	/** A small catalogue is there before the first request is. */
	private static final Duration GRACE = Duration.ofSeconds(2);

	private final ObjectProvider<LiveIndex<?>> indexes;

	private volatile @Nullable Thread filling;

	KeepingIndexesCurrent(ObjectProvider<LiveIndex<?>> indexes) {
		this.indexes = indexes;
	}

	@Override
	public void start() {
		CountDownLatch filled = new CountDownLatch(1);
		Thread reading = Thread.ofPlatform().daemon().name("catalogue-filling").unstarted(() -> {
			fill();
			filled.countDown();
		});
		// Known before it runs: it ends when it is not the one that is known.
		this.filling = reading;
		reading.start();
		try {
			if (!filled.await(GRACE.toMillis(), TimeUnit.MILLISECONDS)) {
				log.info("Goes on reading the catalogue while the service starts");
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private void fill() {
		for (LiveIndex<?> index : all()) {
			while (isMine() && !index.filled()) {
				try {
					index.fill();
				}
				catch (RuntimeException ex) {
					log.warn("The " + index.kind() + " cannot be read yet: " + ex);
					pause();
				}
			}
		}
	}

	/** In case Kafka is down, or an event did not come. */
	@Scheduled(initialDelayString = LOOK_EVERY, fixedDelayString = LOOK_EVERY)
	void look() {
		for (LiveIndex<?> index : all()) {
			try {
				if (filled()) {
					index.look();
					index.catchUp();
				}
			}
			catch (DataAccessException ex) {
				log.warn("Changed " + index.kind() + " cannot be looked for: " + ex.getMessage());
			}
		}
	}

	@Override
	public Health health() {
		return (filled() ? Health.up() : Health.down()).build();
	}

	/** In the order they are filled in: movies need to know their shows. */
	List<LiveIndex<?>> all() {
		return this.indexes.orderedStream().<LiveIndex<?>>map((index) -> index).toList();
	}

	boolean filled() {
		return all().stream().allMatch(LiveIndex::filled);
	}

	@Override
	public void stop() {
		Thread reading = this.filling;
		this.filling = null;
		if (reading != null) {
			reading.interrupt();
		}
	}

	@Override
	public boolean isRunning() {
		return this.filling != null;
	}

	/** After the database's indexes were made, before the web server starts. */
	@Override
	public int getPhase() {
		return 1;
	}

	private boolean isMine() {
		return Thread.currentThread() == this.filling;
	}

	private void pause() {
		try {
			TimeUnit.MILLISECONDS.sleep(PAUSE.toMillis());
		}
		catch (InterruptedException ex) {
			log.debug("Told to end");
		}
	}

}
