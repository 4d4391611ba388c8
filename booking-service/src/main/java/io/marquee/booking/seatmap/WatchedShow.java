package io.marquee.booking.seatmap;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

/**
 * A show that somebody watches: read once for all its subscribers, when something was
 * heard of it and now and then without. It keeps the present state only, for each
 * subscriber knows what it has sent.
 */
final class WatchedShow {

	private static final Log log = LogFactory.getLog(WatchedShow.class);

	private final Supplier<SeatsNow> reading;

	private final SeatMapSettings settings;

	private final ReentrantLock first = new ReentrantLock();

	private final ReentrantLock lock = new ReentrantLock();

	private final Condition signal = this.lock.newCondition();

	private final Condition news = this.lock.newCondition();

	private boolean signalled;

	private boolean ended;

	private @Nullable SeatsNow now;

	/** Guarded by the map it is in. */
	private int subscribers;

	WatchedShow(Supplier<SeatsNow> reading, SeatMapSettings settings) {
		this.reading = reading;
		this.settings = settings;
	}

	/** Counts one more, or one less. */
	int subscribers(int change) {
		this.subscribers += change;
		return this.subscribers;
	}

	/** Something happened to the show; asking twice is asking once. */
	void signal() {
		this.lock.lock();
		try {
			this.signalled = true;
			this.signal.signalAll();
		}
		finally {
			this.lock.unlock();
		}
	}

	/** Nobody reads any more, and whoever waits is let go. */
	void end() {
		this.lock.lock();
		try {
			this.ended = true;
			this.signal.signalAll();
			this.news.signalAll();
		}
		finally {
			this.lock.unlock();
		}
	}

	boolean isEnded() {
		this.lock.lock();
		try {
			return this.ended;
		}
		finally {
			this.lock.unlock();
		}
	}

	/** Reads the show, unless one of those who came at the same time has done so. */
	void readFirst() {
		// Whoever signals must not wait for the store, so this is another lock.
		this.first.lock();
		try {
			if (present() == null) {
				present(this.reading.get());
			}
		}
		finally {
			this.first.unlock();
		}
	}

	/** Reads the show again and again, until the end. */
	void keepReading() {
		try {
			while (awaitSignal()) {
				read();
				pause();
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private void read() {
		try {
			present(this.reading.get());
		}
		catch (RuntimeException ex) {
			log.warn("A watched seat map stays as it is, it cannot be read: " + ex.getMessage());
		}
	}

	private boolean awaitSignal() throws InterruptedException {
		this.lock.lock();
		try {
			long left = this.settings.refresh().toNanos();
			while (!this.signalled && !this.ended && left > 0) {
				left = this.signal.awaitNanos(left);
			}
			this.signalled = false;
			return !this.ended;
		}
		finally {
			this.lock.unlock();
		}
	}

	private void pause() throws InterruptedException {
		this.lock.lock();
		try {
			long left = this.settings.burst().toNanos();
			while (!this.ended && left > 0) {
				left = this.signal.awaitNanos(left);
			}
		}
		finally {
			this.lock.unlock();
		}
	}

	/**
	 * Waits for something that somebody has not seen.
	 * @param seen what was seen last, or null if nothing was
	 * @param longest how long to wait
	 * @return the present state, or null if the time is over or the end has come
	 */
	@Nullable SeatsNow awaitNews(@Nullable SeatStates seen, Duration longest) throws InterruptedException {
		this.lock.lock();
		try {
			long left = longest.toNanos();
			while (!this.ended && (this.now == null || !this.now.isNewsAfter(seen)) && left > 0) {
				left = this.news.awaitNanos(left);
			}
			return (this.ended || this.now == null || !this.now.isNewsAfter(seen)) ? null : this.now;
		}
		finally {
			this.lock.unlock();
		}
	}

	private @Nullable SeatsNow present() {
		this.lock.lock();
		try {
			return this.now;
		}
		finally {
			this.lock.unlock();
		}
	}

	private void present(SeatsNow read) {
		this.lock.lock();
		try {
			this.now = read;
			this.news.signalAll();
		}
		finally {
			this.lock.unlock();
		}
	}

}
