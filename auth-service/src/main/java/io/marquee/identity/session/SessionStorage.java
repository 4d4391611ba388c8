package io.marquee.identity.session;

import io.marquee.platform.mongo.CollectionIndexes;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.index.Index;

@Configuration(proxyBeanMethods = false)
class SessionStorage {

	@Bean
	CollectionIndexes sessionIndexes() {
		return CollectionIndexes
			.of(SignIns.COLLECTION, new Index("userId", Sort.Direction.ASC).named("user"),
					new Index("until", Sort.Direction.ASC).named("end"))
			.and(DueEndings.COLLECTION, new Index("dueAt", Sort.Direction.ASC).named("due"));
	}

}
