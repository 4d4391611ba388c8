package io.marquee.infra.bench.crash;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Kills a process at one of its writes. */
final class Trap {

	private final CrashPoint point;

	private final Runnable kill;

	private final List<String> writes = new ArrayList<>();

	private final CountDownLatch sprung = new CountDownLatch(1);

	Trap(CrashPoint point, Runnable kill) {
		this.point = point;
		this.kill = kill;
	}

	CrashPoint.Moment moment() {
		return this.point.moment();
	}

	/** Counts a write, and says whether it is the one. */
	synchronized boolean isFor(String write) {
		this.writes.add(write);
		return this.writes.size() == this.point.write();
	}

	/** Returns when the process is dead. */
	void spring() {
		this.kill.run();
		this.sprung.countDown();
	}

	boolean springsWithin(Duration patience) throws InterruptedException {
		return this.sprung.await(patience.toMillis(), TimeUnit.MILLISECONDS);
	}

	/** The writes up to the one it sprang at. */
	synchronized List<String> writes() {
		return List.copyOf(this.writes.subList(0, Math.min(this.writes.size(), this.point.write())));
	}

}
