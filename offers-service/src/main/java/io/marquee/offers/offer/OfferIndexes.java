package io.marquee.offers.offer;

import io.marquee.platform.mongo.CollectionIndexes;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.domain.Sort.Direction;
import org.springframework.data.mongodb.core.index.Index;

@Configuration(proxyBeanMethods = false)
class OfferIndexes {

	@Bean
	CollectionIndexes offerCollectionIndexes() {
		return CollectionIndexes.of("offers", new Index("code", Direction.ASC).unique(),
				new Index("active", Direction.ASC).on("validUntil", Direction.ASC),
				new Index("active", Direction.ASC).on("usedCount", Direction.DESC),
				new Index("active", Direction.ASC).on("category", Direction.ASC).on("validUntil", Direction.ASC),
				new Index("createdAt", Direction.ASC));
	}

}
