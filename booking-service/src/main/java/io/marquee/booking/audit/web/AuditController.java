package io.marquee.booking.audit.web;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;

import io.marquee.booking.audit.AuditReport;
import io.marquee.booking.audit.RunningAudits;
import io.marquee.platform.web.ApiException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/admin/bookings/audit")
class AuditController {

	private static final int MOST_DAYS = 400;

	/** Less than the gateway waits. */
	private static final long PATIENCE_SECONDS = 8;

	private final RunningAudits audits;

	AuditController(RunningAudits audits) {
		this.audits = audits;
	}

	@GetMapping
	AuditReport latest() {
		return this.audits.latest()
			.orElseThrow(() -> new ApiException(HttpStatus.NOT_FOUND, "AUDIT_NOT_FOUND", "There was no audit yet"));
	}

	/** Answers with the report, or with 202 when that takes long; it goes on then. */
	@PostMapping
	ResponseEntity<AuditReport> run(@RequestParam(required = false) @Nullable Integer days) {
		if (days != null && (days < 1 || days > MOST_DAYS)) {
			throw ApiException.invalid("days", "must be 1 to " + MOST_DAYS);
		}
		CompletableFuture<@Nullable AuditReport> report = CompletableFuture.supplyAsync(() -> this.audits.run(days),
				Thread::startVirtualThread);
		try {
			AuditReport done = report.completeOnTimeout(null, PATIENCE_SECONDS, TimeUnit.SECONDS).join();
			return (done != null) ? ResponseEntity.ok(done)
					: ResponseEntity.accepted().header(HttpHeaders.RETRY_AFTER, "10").build();
		}
		catch (CompletionException ex) {
			throw (ex.getCause() instanceof RuntimeException cause) ? cause : ex;
		}
	}

}
