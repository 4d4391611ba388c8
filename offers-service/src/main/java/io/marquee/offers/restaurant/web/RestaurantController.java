package io.marquee.offers.restaurant.web;

import java.time.Clock;
import java.util.List;

import io.marquee.offers.listing.Names;
import io.marquee.offers.listing.PublicRead;
import io.marquee.offers.listing.PublicReads;
import io.marquee.offers.offer.Offer;
import io.marquee.offers.offer.OfferCategory;
import io.marquee.offers.offer.Offers;
import io.marquee.offers.offer.OfferView;
import io.marquee.offers.restaurant.Restaurant;
import io.marquee.offers.restaurant.Restaurants;
import io.marquee.platform.web.PageView;
import io.marquee.platform.web.Paging;

import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Sort;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@PublicRead
@RequestMapping("/api/v1/user/restaurants")
class RestaurantController {

	private static final Sort BEST_FIRST = Sort.by(Sort.Direction.DESC, "profile.rating");

	private static final Sort NEWEST_FIRST = Sort.by(Sort.Direction.DESC, "createdAt");

	/** Enough for every offer that a house would run at one time. */
	private static final PageRequest RUNNING_OFFERS = PageRequest.of(0, 200, Sort.by("validUntil"));

	private final Restaurants restaurants;

	private final Offers offers;

	private final Clock clock;

	RestaurantController(Restaurants restaurants, Offers offers, Clock clock) {
		this.restaurants = restaurants;
		this.offers = offers;
		this.clock = clock;
	}

	@GetMapping
	PageView<RestaurantView> all(Paging paging) {
		return view(this.restaurants.findByActiveTrue(PublicReads.pageable(paging, NEWEST_FIRST)), paging);
	}

	@GetMapping("/top-rated")
	PageView<RestaurantView> topRated(Paging paging) {
		return view(this.restaurants.findByActiveTrue(PublicReads.pageable(paging, BEST_FIRST)), paging);
	}

	@GetMapping("/city/{city}")
	PageView<RestaurantView> inCity(@PathVariable String city, Paging paging) {
		return view(
				this.restaurants.findByActiveTrueAndCityKey(Names.key(city), PublicReads.pageable(paging, BEST_FIRST)),
				paging);
	}

	@GetMapping("/{id}")
	RestaurantView restaurant(@PathVariable String id) {
		return view(PublicReads.shown(this.restaurants.findById(id), "RESTAURANT"), running());
	}

	private PageView<RestaurantView> view(Page<Restaurant> page, Paging paging) {
		List<Offer> running = running();
		return PageView.of(page.map((restaurant) -> view(restaurant, running)).getContent(), paging,
				page.getTotalElements());
	}

	private List<Offer> running() {
		return this.offers.running(OfferCategory.RESTAURANT, this.clock.instant(), RUNNING_OFFERS).getContent();
	}

	private static RestaurantView view(Restaurant restaurant, List<Offer> running) {
		return RestaurantView.forPublic(restaurant,
				running.stream()
					.filter((offer) -> offer.reach().coversVenue(restaurant.id())
							&& offer.reach().coversCity(restaurant.profile().city()))
					.map(OfferView::forPublic)
					.toList());
	}

}
