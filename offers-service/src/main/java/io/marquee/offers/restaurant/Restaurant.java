package io.marquee.offers.restaurant;

import java.time.Instant;

import io.marquee.offers.listing.Listed;
import io.marquee.offers.listing.Names;
import org.jspecify.annotations.Nullable;

import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A restaurant.
 *
 * @param id its id
 * @param version guards against two administrators saving over each other
 * @param profile what is told of it
 * @param cityKey the city as it is looked up
 * @param active whether the public sees it
 * @param createdAt when it was listed
 * @param updatedAt when it was last changed
 */
@Document("restaurants")
public record Restaurant(@Id String id, @Version @Nullable Long version, RestaurantProfile profile, String cityKey,
		boolean active, Instant createdAt, Instant updatedAt) implements Listed<Restaurant> {

	static Restaurant listed(String id, RestaurantProfile profile, Instant now) {
		return new Restaurant(id, null, profile, Names.key(profile.city()), true, now, now);
	}

	Restaurant with(RestaurantProfile changed, Instant now) {
		return new Restaurant(this.id, this.version, changed, Names.key(changed.city()), this.active, this.createdAt,
				now);
	}

	@Override
	public Restaurant toggled(Instant now) {
		return new Restaurant(this.id, this.version, this.profile, this.cityKey, !this.active, this.createdAt, now);
	}

}
