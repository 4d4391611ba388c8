package io.marquee.booking.audit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;

import io.marquee.platform.web.ApiException;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;

/**
 * Has money audited when it is time, by one replica, or when somebody asks. Every replica
 * shows the latest result, whoever made it.
 */
@Service
public class RunningAudits {

	private static final Log log = LogFactory.getLog(RunningAudits.class);

	private final Auditing auditing;

	private final Audits audits;

	private final AuditSettings settings;

	private final Clock clock;

	private final AtomicReference<@Nullable AuditReport> latest = new AtomicReference<>();

	private final Semaphore running = new Semaphore(1);

	RunningAudits(Auditing auditing, Audits audits, AuditSettings settings, Clock clock, MeterRegistry meters) {
		this.auditing = auditing;
		this.audits = audits;
		this.settings = settings;
		this.clock = clock;
		Gauge.builder("marquee.audit.difference", this, RunningAudits::differences)
			.description("Differences that the last audit found between ledgers, bookings and the provider")
			.baseUnit("differences")
			.register(meters);
		Gauge.builder("marquee.audit.age", this, RunningAudits::age)
			.description("Time since the end of the last audit")
			.baseUnit("seconds")
			.register(meters);
	}

	/**
	 * The latest report.
	 * @return the report, or nothing if there is none yet
	 */
	public Optional<AuditReport> latest() {
		Optional<AuditReport> report = this.audits.latest();
		report.ifPresent(this.latest::set);
		return report;
	}

	/**
	 * Audits now.
	 * @param days how many days back, or nothing for the usual
	 * @return the report
	 * @throws ApiException if an audit is under way, here or in another replica
	 */
	public AuditReport run(@Nullable Integer days) {
		return attempt((days != null) ? days : this.settings.days())
			.orElseThrow(() -> new ApiException(HttpStatus.CONFLICT, "AUDIT_RUNNING",
					"An audit is under way; its report follows"));
	}

	/** At a fixed rate, which has a thread of its own: other jobs do not wait for it. */
	@Scheduled(initialDelayString = "${marquee.audit.check-interval:1m}",
			fixedRateString = "${marquee.audit.check-interval:1m}")
	void runWhenDue() {
		try {
			Instant due = latest().map((report) -> report.createdAt().plus(this.settings.interval()))
				.orElse(Instant.EPOCH);
			if (!this.clock.instant().isBefore(due)) {
				attempt(this.settings.days());
			}
		}
		catch (DataAccessException ex) {
			log.warn("The audit must wait, the database does not answer: " + ex.getMessage());
		}
	}

	private Optional<AuditReport> attempt(int days) {
		if (!this.running.tryAcquire()) {
			return Optional.empty();
		}
		try {
			return this.audits.lease(this.clock.instant()) ? Optional.of(audit(days)) : Optional.empty();
		}
		finally {
			this.running.release();
		}
	}

	private AuditReport audit(int days) {
		try {
			AuditReport report = this.auditing.audit(days, () -> this.audits.lease(this.clock.instant()));
			this.audits.add(report, this.settings.kept());
			this.latest.set(report);
			if (report.differenceCount() > 0) {
				log.error("The audit " + report.id() + " found " + report.differenceCount()
						+ " differences, the first: " + report.differences().getFirst());
			}
			return report;
		}
		finally {
			this.audits.release();
		}
	}

	private double differences() {
		AuditReport report = this.latest.get();
		return (report != null) ? report.differenceCount() : 0;
	}

	private double age() {
		AuditReport report = this.latest.get();
		return (report != null) ? Duration.between(report.updatedAt(), this.clock.instant()).toSeconds() : Double.NaN;
	}

}
