package io.marquee.notification.inbox;

import io.marquee.platform.mongo.CollectionIndexes;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.domain.Sort.Direction;
import org.springframework.data.mongodb.core.index.Index;

@Configuration(proxyBeanMethods = false)
class InboxIndexes {

	@Bean
	CollectionIndexes inboxCollectionIndexes() {
		return CollectionIndexes.of("inbox", new Index("userId", Direction.ASC).on("createdAt", Direction.DESC),
				new Index("userId", Direction.ASC).on("read", Direction.ASC));
	}

}
