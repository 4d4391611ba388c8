package io.marquee.catalog.show.web;

import java.time.Clock;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import io.marquee.catalog.search.FoundPage;
import io.marquee.catalog.show.CheckingShows;
import io.marquee.catalog.show.EndingShows;
import io.marquee.catalog.show.FindingShows;
import io.marquee.catalog.show.SchedulingShows;
import io.marquee.catalog.show.Show;
import io.marquee.catalog.show.ShowStatus;
import io.marquee.catalog.store.Affected;
import io.marquee.catalog.store.Expected;
import io.marquee.catalog.web.BulkRequest;
import io.marquee.catalog.web.BulkResult;
import io.marquee.catalog.web.IfMatch;
import io.marquee.catalog.web.Tagged;
import io.marquee.platform.idempotency.Seed;
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
	@ResponseMessage("Show scheduled")
	ResponseEntity<ShowView> schedule(@Valid @RequestBody ShowRequest request,
			@RequestAttribute(name = Seed.ATTRIBUTE, required = false) @Nullable Seed seed) {
		Show show = this.scheduling.schedule(Seed.idOf(seed), this.checking.check(request.wish()));
		return Tagged.created(show, view(show));
	}

	@GetMapping
	FoundPage<ShowView> list(@Valid @ModelAttribute ShowQuery query, @Valid @ModelAttribute StatusQuery status,
			@SortableBy({ "startsAt", "movieTitle", "venueName" }) Paging paging) {
		return this.finding.any(query.filter(), status.wanted(), query.wantedFacets(), paging).map(this::view);
	}

	@GetMapping("/now-playing")
	PageView<ShowView> nowPlaying(@SortableBy({ "startsAt", "movieTitle", "venueName" }) Paging paging) {
		return this.finding.nowPlaying(paging).map(this::view);
	}

	/** The seats left are not part of the version, so this is never answered with 304. */
	@GetMapping("/{id}")
	ShowView get(@PathVariable String id, HttpServletResponse response) {
		Show show = this.finding.get(id);
		response.setHeader(HttpHeaders.ETAG, Tagged.tag(show));
		return view(show);
	}

	@PutMapping("/{id}")
	ResponseEntity<ShowView> change(@PathVariable String id,
			@RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
			@Valid @RequestBody ShowRequest request) {
		Show show = this.scheduling.change(id, IfMatch.of(ifMatch), this.checking.check(request.wish()));
		return Tagged.ok(show, view(show));
	}

	@DeleteMapping("/{id}")
	@ResponseMessage("Show deleted")
	void remove(@PathVariable String id,
			@RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
		this.ending.remove(id, IfMatch.of(ifMatch));
	}

	@PatchMapping("/{id}/cancel")
	@ResponseMessage("Show cancelled")
	ResponseEntity<Cancelled> cancel(@PathVariable String id,
			@RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
			@Valid @RequestBody(required = false) @Nullable Reason reason) {
		Show show = this.ending.cancel(id, IfMatch.of(ifMatch), (reason != null) ? reason.reason() : null);
		return Tagged.ok(show, new Cancelled(view(show), affected(show)));
	}

	@PatchMapping("/{id}/complete")
	@ResponseMessage("Show completed")
	ResponseEntity<ShowView> complete(@PathVariable String id,
			@RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
		Show show = this.ending.complete(id, IfMatch.of(ifMatch));
		return Tagged.ok(show, view(show));
	}

	@PostMapping("/bulk-cancel")
	List<BulkResult> cancel(@Valid @RequestBody BulkCancel request) {
		return BulkResult.counted(request.ids(),
				(id) -> affected(this.ending.cancel(id, Expected.ANY, request.reason())));
	}

	@PostMapping("/bulk-complete")
	List<BulkResult> complete(@Valid @RequestBody BulkRequest request) {
		return BulkResult.each(request.ids(), (id) -> this.ending.complete(id, Expected.ANY));
	}

	private ShowView view(Show show) {
		return ShowView.of(show, this.clock.instant());
	}

	private static Affected affected(Show show) {
		return Affected.of(List.of(show.seatsTaken()));
	}

	/**
	 * Why a show is cancelled.
	 */
	record Reason(@Nullable @Size(max = 500) String reason) {

	}

	/**
	 * Which shows are cancelled, and why.
	 */
	record BulkCancel(@NotEmpty @Size(max = 100) @JsonAlias("showIds") List<@NotBlank String> ids,
			@Nullable @Size(max = 500) String reason) {

	}

	/**
	 * A show that will not take place, and whom that concerns.
	 */
	record Cancelled(@JsonUnwrapped ShowView show, Affected affected) {

	}

	/**
	 * Shows of one status only.
	 */
	record StatusQuery(@Nullable @Pattern(regexp = "SCHEDULED|CANCELLED|COMPLETED",
			message = "must be one of SCHEDULED, CANCELLED, COMPLETED") String status) {

		@Nullable ShowStatus wanted() {
			return (this.status != null) ? ShowStatus.valueOf(this.status) : null;
		}

	}

}
