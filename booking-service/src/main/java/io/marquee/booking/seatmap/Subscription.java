package io.marquee.booking.seatmap;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

/**
 * One who watches a show. It remembers what was sent last and nothing else: however long
 * its reader takes, what it gets next is the difference to the present.
 */
public final class Subscription implements AutoCloseable {

	private final WatchedShow show;

	private final Duration heartbeat;

	private final Runnable onClose;

	private @Nullable SeatStates seen;

	Subscription(WatchedShow show, @Nullable SeatStates seen, Duration heartbeat, Runnable onClose) {
		this.show = show;
		this.seen = seen;
		this.heartbeat = heartbeat;
		this.onClose = onClose;
	}

	/**
	 * Waits for news.
	 * @return what to tell the reader
	 * @throws InterruptedException if there is no more time to wait
	 */
	public Message next() throws InterruptedException {
		SeatStates before = this.seen;
		SeatsNow now = this.show.awaitNews(before, this.heartbeat);
		if (now == null) {
			return this.show.isEnded() ? new Message.End() : new Message.Heartbeat();
		}
		this.seen = now.states();
		if (before == null || !now.states().isComparableTo(before)) {
			return new Message.Snapshot(now.states().id(), now.map());
		}
		if (!now.states().equals(before)) {
			return new Message.Changes(now.states().id(),
					now.states().changed(now.map(), before).stream().map(Message.Change::of).toList());
		}
		return new Message.Closed(now.map().showId());
	}

	@Override
	public void close() {
		this.onClose.run();
	}

}
