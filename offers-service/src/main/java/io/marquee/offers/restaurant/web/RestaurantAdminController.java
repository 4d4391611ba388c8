package io.marquee.offers.restaurant.web;

import java.time.Clock;

import io.marquee.offers.listing.AdminListing;
import io.marquee.offers.restaurant.Restaurant;
import io.marquee.offers.restaurant.RestaurantProfile;
import io.marquee.offers.restaurant.Restaurants;

import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/admin/restaurants")
class RestaurantAdminController extends AdminListing<Restaurant, RestaurantProfile, RestaurantView> {

	RestaurantAdminController(Restaurants restaurants, Clock clock) {
		super("RESTAURANT", restaurants, RestaurantView::forAdmin, clock);
	}

}
