package io.marquee.offers.restaurant;

import io.marquee.platform.mongo.CollectionIndexes;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.domain.Sort.Direction;
import org.springframework.data.mongodb.core.index.Index;

@Configuration(proxyBeanMethods = false)
class RestaurantIndexes {

	@Bean
	CollectionIndexes restaurantCollectionIndexes() {
		return CollectionIndexes.of("restaurants",
				new Index("active", Direction.ASC).on("profile.rating", Direction.DESC),
				new Index("active", Direction.ASC).on("cityKey", Direction.ASC).on("profile.rating", Direction.DESC),
				new Index("createdAt", Direction.ASC));
	}

}
