package io.marquee.offers.restaurant.web;

import java.time.Instant;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.marquee.offers.offer.OfferView;
import io.marquee.offers.restaurant.Restaurant;
import io.marquee.offers.restaurant.RestaurantProfile;
import org.jspecify.annotations.Nullable;

/**
 * A restaurant as it is shown: to the public with the offers that hold there, to
 * administrators with whether it is shown at all.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record RestaurantView(String id, @JsonUnwrapped RestaurantProfile profile, @Nullable List<OfferView> offers,
		@Nullable Boolean active, Instant createdAt, Instant updatedAt) {

	static RestaurantView forPublic(Restaurant restaurant, List<OfferView> offers) {
		return new RestaurantView(restaurant.id(), restaurant.profile(), offers, null, restaurant.createdAt(),
				restaurant.updatedAt());
	}

	static RestaurantView forAdmin(Restaurant restaurant) {
		return new RestaurantView(restaurant.id(), restaurant.profile(), null, restaurant.active(),
				restaurant.createdAt(), restaurant.updatedAt());
	}

}
