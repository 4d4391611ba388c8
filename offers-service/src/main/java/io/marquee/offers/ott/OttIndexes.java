package io.marquee.offers.ott;

import io.marquee.platform.mongo.CollectionIndexes;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.domain.Sort.Direction;
import org.springframework.data.mongodb.core.index.Index;

@Configuration(proxyBeanMethods = false)
class OttIndexes {

	@Bean
	CollectionIndexes ottCollectionIndexes() {
		return CollectionIndexes.of("ottTitles", new Index("active", Direction.ASC).on("profile.year", Direction.DESC),
				new Index("active", Direction.ASC).on("profile.trending", Direction.ASC)
					.on("profile.year", Direction.DESC),
				new Index("active", Direction.ASC).on("platformKey", Direction.ASC).on("profile.year", Direction.DESC),
				new Index("createdAt", Direction.ASC));
	}

}
