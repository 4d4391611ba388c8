package io.marquee.identity.partner;

import java.util.Map;

import io.marquee.identity.account.TokensRevoked;
import io.marquee.platform.events.OutboxSource;
import io.marquee.platform.mongo.CollectionIndexes;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.index.Index;

@Configuration(proxyBeanMethods = false)
class PartnerStorage {

	@Bean
	OutboxSource partnerEvents() {
		return new OutboxSource(Partner.COLLECTION, "marquee.identity.v1",
				Map.of(TokensRevoked.TYPE, TokensRevoked.TOPIC));
	}

	@Bean
	CollectionIndexes partnerIndexes() {
		return CollectionIndexes.of(Partner.COLLECTION,
				new Index("uniqueName", Sort.Direction.ASC).named("unique_name").unique().sparse(),
				new Index("state", Sort.Direction.ASC).on("createdAt", Sort.Direction.DESC).named("newest"),
				new Index("state", Sort.Direction.ASC).on("name", Sort.Direction.ASC).named("by_name"),
				new Index("dueAt", Sort.Direction.ASC).named("due").sparse());
	}

}
