package io.marquee.offers.ott.web;

import io.marquee.offers.listing.Names;
import io.marquee.offers.listing.PublicRead;
import io.marquee.offers.listing.PublicReads;
import io.marquee.offers.ott.OttTitle;
import io.marquee.offers.ott.OttTitles;
import io.marquee.platform.web.PageView;
import io.marquee.platform.web.Paging;

import org.springframework.data.domain.Page;
import org.springframework.data.domain.Sort;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@PublicRead
@RequestMapping("/api/v1/user/ott")
class OttController {

	private static final Sort NEWEST_FIRST = Sort.by(Sort.Direction.DESC, "profile.year");

	private static final Sort NEWLY_LISTED_FIRST = Sort.by(Sort.Direction.DESC, "createdAt");

	private final OttTitles titles;

	OttController(OttTitles titles) {
		this.titles = titles;
	}

	@GetMapping
	PageView<OttView> all(Paging paging) {
		return view(this.titles.findByActiveTrue(PublicReads.pageable(paging, NEWLY_LISTED_FIRST)), paging);
	}

	@GetMapping("/trending")
	PageView<OttView> trending(Paging paging) {
		return view(this.titles.trending(PublicReads.pageable(paging, NEWEST_FIRST)), paging);
	}

	@GetMapping("/new-releases")
	PageView<OttView> newReleases(Paging paging) {
		return view(this.titles.findByActiveTrue(PublicReads.pageable(paging, NEWEST_FIRST)), paging);
	}

	@GetMapping("/platform/{platform}")
	PageView<OttView> onPlatform(@PathVariable String platform, Paging paging) {
		return view(this.titles.findByActiveTrueAndPlatformKey(Names.key(platform),
				PublicReads.pageable(paging, NEWEST_FIRST)), paging);
	}

	@GetMapping("/{id}")
	OttView title(@PathVariable String id) {
		return OttView.forPublic(PublicReads.shown(this.titles.findById(id), "OTT_TITLE"));
	}

	private static PageView<OttView> view(Page<OttTitle> page, Paging paging) {
		return PageView.of(page.map(OttView::forPublic).getContent(), paging, page.getTotalElements());
	}

}
