package io.marquee.identity.account;

import io.marquee.platform.events.OutboxSource;
import io.marquee.platform.mongo.CollectionIndexes;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.index.Index;

@Configuration(proxyBeanMethods = false)
class AccountStorage {

	@Bean
	OutboxSource accountEvents() {
		return new OutboxSource(Accounts.COLLECTION, "marquee.identity.v1");
	}

	@Bean
	CollectionIndexes accountIndexes() {
		return CollectionIndexes.of(Accounts.COLLECTION, new Index("blocked", Sort.Direction.ASC).named("blocked"));
	}

}
