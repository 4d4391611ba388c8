package io.marquee.catalog.venue.web;

import java.util.List;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import io.marquee.catalog.venue.City;
import io.marquee.catalog.venue.FindingVenues;
import io.marquee.catalog.venue.VenueFilter;
import io.marquee.platform.web.PageView;
import io.marquee.platform.web.Paging;
import io.marquee.platform.web.SortableBy;

/**
 * Venues for everybody.
 */
@RestController
@RequestMapping("/api/v1/user")
class VenueController {

	private final FindingVenues finding;

	VenueController(FindingVenues finding) {
		this.finding = finding;
	}

	@GetMapping("/venues")
	PageView<VenueView> list(@Valid @ModelAttribute VenueQuery query, @SortableBy({ "name", "city" }) Paging paging) {
		return this.finding.active(query.filter(), paging).map(VenueView::brief);
	}

	@GetMapping("/venues/search")
	PageView<VenueView> search(@RequestParam @NotBlank @Size(max = 100) String q,
			@SortableBy({ "name", "city" }) Paging paging) {
		return this.finding.active(VenueFilter.matching(q), paging).map(VenueView::brief);
	}

	@GetMapping("/venues/city/{city}")
	PageView<VenueView> in(@PathVariable String city, @SortableBy({ "name", "city" }) Paging paging) {
		return this.finding.active(VenueFilter.in(city), paging).map(VenueView::brief);
	}

	@GetMapping("/venues/{id}")
	VenueView get(@PathVariable String id) {
		return VenueView.whole(this.finding.active(id));
	}

	@GetMapping("/cities")
	List<City> cities() {
		return this.finding.cities();
	}

}
