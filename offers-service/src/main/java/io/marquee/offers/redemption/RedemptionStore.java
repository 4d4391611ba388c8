package io.marquee.offers.redemption;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.domain.Sort.Direction;
import org.springframework.data.mongodb.core.index.Index;

import io.marquee.platform.mongo.CollectionIndexes;

@Configuration(proxyBeanMethods = false)
class RedemptionStore {

	@Bean
	CollectionIndexes redemptionIndexes() {
		return CollectionIndexes
			.of(Redemption.COLLECTION, new Index("claims", Direction.ASC).named("claims").unique().sparse(),
					new Index("userId", Direction.ASC).on("offerId", Direction.ASC).named("customer"),
					new Index("offerId", Direction.ASC).on("state", Direction.ASC).named("usage"),
					new Index("due", Direction.ASC).named("due").sparse())
			.and(CouponNumbers.FREE, new Index("offerId", Direction.ASC).on("number", Direction.ASC).named("lowest"));
	}

}
