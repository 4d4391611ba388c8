package io.marquee.catalog.venue.web;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

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

import io.marquee.catalog.venue.ChangingVenues;
import io.marquee.catalog.venue.FindingVenues;
import io.marquee.catalog.venue.Venue;
import io.marquee.catalog.store.Affected;
import io.marquee.catalog.store.AffectedShows;
import io.marquee.catalog.web.BulkResult;
import io.marquee.catalog.web.IfMatch;
import io.marquee.catalog.web.MergePatch;
import io.marquee.catalog.web.Tagged;
import io.marquee.platform.idempotency.Seed;
import io.marquee.platform.web.PageView;
import io.marquee.platform.web.Paging;
import io.marquee.platform.web.ResponseMessage;
import io.marquee.platform.web.SortableBy;

/**
 * Venues for the administration.
 */
@RestController
@RequestMapping("/api/v1/admin/venues")
class VenueAdminController {

	private final FindingVenues finding;

	private final ChangingVenues changing;

	private final AffectedShows affected;

	private final MergePatch patches;

	VenueAdminController(FindingVenues finding, ChangingVenues changing, AffectedShows affected, MergePatch patches) {
		this.finding = finding;
		this.changing = changing;
		this.affected = affected;
		this.patches = patches;
	}

	@PostMapping
	@ResponseMessage("Venue added")
	ResponseEntity<VenueView> add(@Valid @RequestBody VenueRequest request,
			@RequestAttribute(name = Seed.ATTRIBUTE, required = false) @Nullable Seed seed) {
		Venue added = this.changing.add(Seed.idOf(seed), request.details(List.of()));
		return Tagged.created(added, VenueView.whole(added));
	}

	@GetMapping
	PageView<VenueView> list(@Valid @ModelAttribute VenueQuery query, @SortableBy({ "name", "city" }) Paging paging) {
		return this.finding.any(query.filter(), paging).map(VenueView::brief);
	}

	@GetMapping("/{id}")
	ResponseEntity<VenueView> get(@PathVariable String id) {
		return answer(this.finding.any(id));
	}

	@PutMapping("/{id}")
	ResponseEntity<VenueView> replace(@PathVariable String id,
			@RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
			@Valid @RequestBody VenueRequest request) {
		return answer(this.changing.edit(id, IfMatch.of(ifMatch), (before) -> request.details(before.screens())));
	}

	@PatchMapping("/{id}")
	ResponseEntity<VenueView> edit(@PathVariable String id,
			@RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
			@RequestBody JsonNode patch) {
		return answer(this.changing.edit(id, IfMatch.of(ifMatch),
				(before) -> this.patches.apply(patch, VenueRequest.of(before), VenueRequest.class)
					.details(before.screens())));
	}

	@DeleteMapping("/{id}")
	@ResponseMessage("Venue deleted")
	void delete(@PathVariable String id,
			@RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
		this.changing.delete(id, IfMatch.of(ifMatch));
	}

	@PatchMapping("/{id}/toggle")
	ResponseEntity<Toggled> toggle(@PathVariable String id,
			@RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
		Venue venue = this.changing.toggle(id, IfMatch.of(ifMatch));
		return Tagged.ok(venue, new Toggled(VenueView.whole(venue), this.affected.ofVenue(id)));
	}

	@PostMapping("/bulk-toggle")
	List<BulkResult> toggle(@Valid @RequestBody Toggle request) {
		return BulkResult.counted(request.venueIds(), (id) -> {
			this.changing.activate(id, request.isActive());
			return this.affected.ofVenue(id);
		});
	}

	private static ResponseEntity<VenueView> answer(Venue venue) {
		return Tagged.ok(venue, VenueView.whole(venue));
	}

	/**
	 * A venue that was hidden or shown, and whom that concerns.
	 */
	record Toggled(@JsonUnwrapped VenueView venue, Affected affected) {

	}

	/**
	 * Which venues to show or hide.
	 */
	record Toggle(@NotEmpty @Size(max = 100) @JsonAlias("ids") List<@NotBlank String> venueIds,
			@NotNull @JsonAlias("active") Boolean isActive) {

	}

}
