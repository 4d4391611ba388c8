package io.marquee.identity.account;

import java.time.Duration;
import java.util.Map;

import io.marquee.platform.events.OutboxSource;
import io.marquee.platform.mongo.CollectionIndexes;

import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.kafka.config.TopicBuilder;

@Configuration(proxyBeanMethods = false)
class AccountStorage {

	@Bean
	OutboxSource accountEvents() {
		return new OutboxSource(Account.COLLECTION, "marquee.identity.v1",
				Map.of(TokensRevoked.TYPE, TokensRevoked.TOPIC));
	}

	/**
	 * Kept long enough for whoever starts to learn all that matters, no token being older
	 * than minutes; compacted only later than that, for what is said of one user counts
	 * together.
	 */
	@Bean
	NewTopic revocationTopic() {
		return TopicBuilder.name(TokensRevoked.TOPIC)
			.partitions(1)
			.config(TopicConfig.CLEANUP_POLICY_CONFIG, "compact,delete")
			.config(TopicConfig.RETENTION_MS_CONFIG, String.valueOf(Duration.ofDays(1).toMillis()))
			.config(TopicConfig.MIN_COMPACTION_LAG_MS_CONFIG, String.valueOf(Duration.ofHours(1).toMillis()))
			.build();
	}

	@Bean
	CollectionIndexes accountIndexes() {
		return CollectionIndexes.of(Account.COLLECTION, new Index("blocked", Sort.Direction.ASC).named("blocked"),
				new Index("terms", Sort.Direction.ASC).named("terms"),
				new Index("roles", Sort.Direction.ASC).named("roles"),
				new Index("createdAt", Sort.Direction.ASC).on("_id", Sort.Direction.ASC).named("opened"),
				new Index("email", Sort.Direction.ASC).on("_id", Sort.Direction.ASC).named("email"),
				new Index("fullName", Sort.Direction.ASC).on("_id", Sort.Direction.ASC).named("name"),
				new Index("pending.dueAt", Sort.Direction.ASC).named("pending_due").sparse());
	}

}
