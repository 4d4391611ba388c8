package io.marquee.catalog.venue.web;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonAlias;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import tools.jackson.databind.JsonNode;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import io.marquee.catalog.venue.ChangingVenues;
import io.marquee.catalog.venue.FindingVenues;
import io.marquee.catalog.web.BulkResult;
import io.marquee.catalog.web.MergePatch;
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

	private final MergePatch patches;

	VenueAdminController(FindingVenues finding, ChangingVenues changing, MergePatch patches) {
		this.finding = finding;
		this.changing = changing;
		this.patches = patches;
	}

	@PostMapping
	@ResponseStatus(HttpStatus.CREATED)
	@ResponseMessage("Venue added")
	VenueView add(@Valid @RequestBody VenueRequest request) {
		return VenueView.whole(this.changing.add(request.details(List.of())));
	}

	@GetMapping
	PageView<VenueView> list(@Valid @ModelAttribute VenueQuery query, @SortableBy({ "name", "city" }) Paging paging) {
		return this.finding.any(query.filter(), paging).map(VenueView::brief);
	}

	@GetMapping("/{id}")
	VenueView get(@PathVariable String id) {
		return VenueView.whole(this.finding.any(id));
	}

	@PutMapping("/{id}")
	VenueView replace(@PathVariable String id, @Valid @RequestBody VenueRequest request) {
		return VenueView.whole(this.changing.edit(id, (before) -> request.details(before.screens())));
	}

	@PatchMapping("/{id}")
	VenueView edit(@PathVariable String id, @RequestBody JsonNode patch) {
		return VenueView.whole(this.changing.edit(id,
				(before) -> this.patches.apply(patch, VenueRequest.of(before), VenueRequest.class)
					.details(before.screens())));
	}

	@DeleteMapping("/{id}")
	@ResponseMessage("Venue deleted")
	void delete(@PathVariable String id) {
		this.changing.delete(id);
	}

	@PatchMapping("/{id}/toggle")
	VenueView toggle(@PathVariable String id) {
		return VenueView.whole(this.changing.toggle(id));
	}

	@PostMapping("/bulk-toggle")
	List<BulkResult> toggle(@Valid @RequestBody Toggle request) {
		return BulkResult.each(request.venueIds(), (id) -> this.changing.activate(id, request.isActive()));
	}

	/**
	 * Which venues to show or hide.
	 */
	record Toggle(@NotEmpty @Size(max = 100) @JsonAlias("ids") List<@NotBlank String> venueIds,
			@NotNull @JsonAlias("active") Boolean isActive) {

	}

}
