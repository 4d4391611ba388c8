package io.marquee.gateway.cache;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLongArray;

import com.github.benmanes.caffeine.cache.Ticker;

/**
 * Knows what changed when, and so how long a page may be taken for true.
 */
class Freshness {

	/** How long a page may be behind, whatever is known. */
	private static final long MOMENT = Duration.ofSeconds(1).toNanos();

	/**
	 * The catalogue's own index hears of a change at the same time as we do: what it
	 * answers right after may still be old.
	 */
	private static final long SETTLING = Duration.ofSeconds(2).toNanos();

	/** A feed so long silent may have missed something. */
	private static final long SILENCE = Duration.ofSeconds(3).toNanos();

	private final AtomicLongArray generations = new AtomicLongArray(Area.values().length);

	private final AtomicLongArray touchedAt = new AtomicLongArray(Area.values().length);

	private final long keep;

	private final Ticker ticker;

	private volatile long heardAt;

	/**
	 * Has heard of nothing yet.
	 * @param keep how long a page is taken for true that nothing has touched
	 * @param ticker the time
	 */
	Freshness(Duration keep, Ticker ticker) {
		this.keep = keep.toNanos();
		this.ticker = ticker;
		long now = ticker.read();
		this.heardAt = now - SILENCE;
		for (Area area : Area.values()) {
			this.touchedAt.set(area.ordinal(), now - SETTLING);
		}
	}

	/**
	 * Something has changed: pages asked for before this are true no more.
	 * @param area what
	 */
	void touch(Area area) {
		// In this order: who reads the new generation sees when it began.
		this.touchedAt.set(area.ordinal(), this.ticker.read());
		this.generations.incrementAndGet(area.ordinal());
	}

	/** Kafka has answered: whatever has changed has been told, or will be at once. */
	void heard() {
		this.heardAt = this.ticker.read();
	}

	/**
	 * Counts the changes.
	 * @param area of what
	 * @return a number that was never before
	 */
	long generation(Area area) {
		return this.generations.get(area.ordinal());
	}

	/**
	 * How long a page may be kept.
	 * @param area what it is of
	 * @param askedAt when the catalogue was asked, in ns
	 * @return the time since then, in ns
	 */
	long lifetime(Area area, long askedAt) {
		boolean settled = askedAt - this.touchedAt.get(area.ordinal()) >= SETTLING;
		// Seats are sold without an event of the catalogue's.
		return (settled && area != Area.SHOWS) ? this.keep : MOMENT;
	}

	/**
	 * Whether a page may be shown as it is.
	 * @param page a page
	 * @return whether it is true as far as anybody can know
	 */
	boolean isFresh(Page page) {
		long lifetime = isLive() ? page.lifetime() : Math.min(page.lifetime(), MOMENT);
		return page.immutable() || isUntouched(page) && age(page) < lifetime;
	}

	/**
	 * Whether a page may be shown while the catalogue fails: nobody has heard of a change
	 * to it. What can be booked is not guessed.
	 * @param page a page
	 * @return whether it may
	 */
	boolean isGoodEnough(Page page) {
		return page.area() != Area.SHOWS && isUntouched(page);
	}

	/** Whether others may still wait for an answer asked for at this time. */
	boolean isRecent(long askedAt) {
		return this.ticker.read() - askedAt < MOMENT;
	}

	/** The age of a page, in ns. */
	long age(Page page) {
		return this.ticker.read() - page.askedAt();
	}

	long now() {
		return this.ticker.read();
	}

	private boolean isUntouched(Page page) {
		return page.generation() == generation(page.area());
	}

	private boolean isLive() {
		return this.ticker.read() - this.heardAt < SILENCE;
	}

}
