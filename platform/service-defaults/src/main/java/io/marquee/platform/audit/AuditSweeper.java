package io.marquee.platform.audit;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

import org.springframework.context.SmartLifecycle;

/**
 * Sweeps the trail now and then, in every replica.
 */
class AuditSweeper implements SmartLifecycle {

	private static final Log log = LogFactory.getLog(AuditSweeper.class);

	private final AuditTrail trail;

	private final Duration interval;

	private volatile @Nullable ScheduledExecutorService thread;

	AuditSweeper(AuditTrail trail, Duration interval) {
		this.trail = trail;
		this.interval = interval;
	}

	@Override
	public void start() {
		ScheduledExecutorService started = Executors
			.newSingleThreadScheduledExecutor(Thread.ofVirtual().name("audit-sweeper").factory());
		started.scheduleWithFixedDelay(this::sweep, this.interval.toMillis(), this.interval.toMillis(),
				TimeUnit.MILLISECONDS);
		this.thread = started;
	}

	@Override
	public void stop() {
		ScheduledExecutorService running = this.thread;
		if (running != null) {
			running.shutdownNow();
			this.thread = null;
		}
	}

	@Override
	public boolean isRunning() {
		return this.thread != null;
	}

	/** A task that throws would be the last one. */
	private void sweep() {
		try {
			this.trail.sweep();
		}
		catch (RuntimeException ex) {
			log.warn("The audit trail is swept later: " + ex.getMessage());
		}
	}

}
