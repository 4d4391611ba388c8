package io.marquee.catalog.show.web;

import java.time.Clock;
import java.util.List;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import io.marquee.catalog.show.CheckingShows;
import io.marquee.catalog.show.EndingShows;
import io.marquee.catalog.show.FindingShows;
import io.marquee.catalog.show.SchedulingShows;
import io.marquee.catalog.show.Show;
import io.marquee.catalog.web.BulkRequest;
import io.marquee.catalog.web.BulkResult;
import io.marquee.platform.web.PageView;
import io.marquee.platform.web.Paging;
import io.marquee.platform.web.ResponseMessage;
import io.marquee.platform.web.SortableBy;

/**
 * Shows for the administration.
 */
@RestController
@RequestMapping("/api/v1/admin/shows")
class ShowAdminController {

	private final FindingShows finding;

	private final CheckingShows checking;

	private final SchedulingShows scheduling;

	private final EndingShows ending;

	private final Clock clock;

	ShowAdminController(FindingShows finding, CheckingShows checking, SchedulingShows scheduling, EndingShows ending,
			Clock clock) {
		this.finding = finding;
		this.checking = checking;
		this.scheduling = scheduling;
		this.ending = ending;
		this.clock = clock;
	}

	@PostMapping
	@ResponseStatus(HttpStatus.CREATED)
	@ResponseMessage("Show scheduled")
	ShowView schedule(@Valid @RequestBody ShowRequest request) {
		return view(this.scheduling.schedule(this.checking.check(request.wish())));
	}

	@GetMapping("/now-playing")
	PageView<ShowView> nowPlaying(@SortableBy({ "startsAt", "movieTitle", "venueName" }) Paging paging) {
		return this.finding.nowPlaying(paging).map(this::view);
	}

	@PutMapping("/{id}")
	ShowView change(@PathVariable String id, @Valid @RequestBody ShowRequest request) {
		return view(this.scheduling.change(id, this.checking.check(request.wish())));
	}

	@DeleteMapping("/{id}")
	@ResponseMessage("Show deleted")
	void remove(@PathVariable String id) {
		this.ending.remove(id);
	}

	@PatchMapping("/{id}/cancel")
	@ResponseMessage("Show cancelled")
	ShowView cancel(@PathVariable String id, @Valid @RequestBody(required = false) @Nullable Reason reason) {
		return view(this.ending.cancel(id, (reason != null) ? reason.reason() : null));
	}

	@PatchMapping("/{id}/complete")
	@ResponseMessage("Show completed")
	ShowView complete(@PathVariable String id) {
		return view(this.ending.complete(id));
	}

	@PostMapping("/bulk-cancel")
	List<BulkResult> cancel(@Valid @RequestBody BulkRequest request) {
		return BulkResult.each(request.ids(), (id) -> this.ending.cancel(id, null));
	}

	private ShowView view(Show show) {
		return ShowView.of(show, this.clock.instant());
	}

	/**
	 * Why a show is cancelled.
	 */
	record Reason(@Nullable @Size(max = 500) String reason) {

	}

}
