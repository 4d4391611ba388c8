package io.marquee.offers.offer.web;

import java.time.Clock;
import java.util.Locale;

import io.marquee.offers.listing.PublicRead;
import io.marquee.offers.listing.PublicReads;
import io.marquee.offers.offer.Offer;
import io.marquee.offers.offer.OfferCategory;
import io.marquee.offers.offer.OfferView;
import io.marquee.offers.offer.Offers;
import io.marquee.platform.web.ApiException;
import io.marquee.platform.web.PageView;
import io.marquee.platform.web.Paging;
import io.marquee.platform.web.SortableBy;

import org.springframework.data.domain.Page;
import org.springframework.data.domain.Sort;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@PublicRead
@RequestMapping("/api/v1/user/offers")
class OfferController {

	private final Offers offers;

	private final Clock clock;

	OfferController(Offers offers, Clock clock) {
		this.offers = offers;
		this.clock = clock;
	}

	@GetMapping
	PageView<OfferView> running(
			@SortableBy(value = { "validUntil", "title" }, byDefault = "validUntil") Paging paging) {
		return view(this.offers.running(this.clock.instant(), PublicReads.pageable(paging)), paging);
	}

	@GetMapping("/trending")
	PageView<OfferView> trending(Paging paging) {
		Sort mostUsedFirst = Sort.by(Sort.Direction.DESC, "usedCount").and(Sort.by("validUntil"));
		return view(this.offers.running(this.clock.instant(), PublicReads.pageable(paging, mostUsedFirst)), paging);
	}

	@GetMapping("/category/{category}")
	PageView<OfferView> inCategory(@PathVariable String category,
			@SortableBy(value = { "validUntil", "title" }, byDefault = "validUntil") Paging paging) {
		return view(this.offers.running(category(category), this.clock.instant(), PublicReads.pageable(paging)),
				paging);
	}

	@GetMapping("/{id}")
	OfferView offer(@PathVariable String id) {
		return OfferView.forPublic(PublicReads.shown(this.offers.findById(id), "OFFER"));
	}

	private static PageView<OfferView> view(Page<Offer> page, Paging paging) {
		return PageView.of(page.map(OfferView::forPublic).getContent(), paging, page.getTotalElements());
	}

	private static OfferCategory category(String name) {
		try {
			return OfferCategory.valueOf(name.toUpperCase(Locale.ROOT));
		}
		catch (IllegalArgumentException ex) {
			throw new ApiException(HttpStatus.NOT_FOUND, "CATEGORY_NOT_FOUND",
					"There is no such category: MOVIE, RESTAURANT and OTT there are.");
		}
	}

}
