package io.marquee.identity.challenge;

import io.marquee.platform.mongo.CollectionIndexes;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.index.Index;

@Configuration(proxyBeanMethods = false)
class ChallengeStorage {

	@Bean
	CollectionIndexes challengeIndexes() {
		return CollectionIndexes.of(Challenges.COLLECTION,
				new Index("endAt", Sort.Direction.ASC).named("end_due").sparse(),
				new Index("userId", Sort.Direction.ASC).named("user"),
				new Index("expiresAt", Sort.Direction.ASC).named("expiry"));
	}

}
