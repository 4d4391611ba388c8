package io.marquee.identity.limit;

import io.marquee.platform.mongo.CollectionIndexes;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.index.Index;

@Configuration(proxyBeanMethods = false)
class LimitStorage {

	@Bean
	CollectionIndexes limitIndexes() {
		return CollectionIndexes.of(Spendings.COLLECTION, new Index("until", Sort.Direction.ASC).named("end"))
			.and(FamiliarClients.COLLECTION, new Index("until", Sort.Direction.ASC).named("end"));
	}

}
