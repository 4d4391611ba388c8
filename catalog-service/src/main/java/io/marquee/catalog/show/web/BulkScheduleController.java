package io.marquee.catalog.show.web;

import java.util.List;

import jakarta.validation.Valid;

import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

import io.marquee.catalog.show.BulkScheduling;
import io.marquee.platform.audit.AffectedIds;

/**
 * Many shows with one request. A dry run shows the admin what it would come to.
 */
@RestController
class BulkScheduleController {

	private final BulkScheduling scheduling;

	BulkScheduleController(BulkScheduling scheduling) {
		this.scheduling = scheduling;
	}

	@PostMapping("/api/v1/admin/shows/bulk-schedule")
	BulkScheduleView schedule(@Valid @RequestBody BulkScheduleRequest request) {
		BulkScheduling.Wishes wishes = request.wishes();
		if (request.dryRun()) {
			return BulkScheduleView.of(this.scheduling.rehearse(wishes), true);
		}
		List<BulkScheduling.Result> results = this.scheduling.schedule(wishes);
		AffectedIds
			.note(results.stream().flatMap((result) -> result.show().stream()).map((show) -> show.id()).toList());
		return BulkScheduleView.of(results, false);
	}

}
