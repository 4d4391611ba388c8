package io.marquee.platform.idempotency;

import java.time.Clock;

import io.marquee.platform.mongo.CollectionIndexes;
import io.marquee.platform.web.ErrorResponses;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.data.mongodb.autoconfigure.DataMongoAutoConfiguration;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.data.domain.Sort.Direction;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.index.Index;

/**
 * {@code Idempotency-Key} for the paths a service names. None by default: an answer is
 * kept for a day, which answers with secrets in them must not be.
 */
@AutoConfiguration(after = DataMongoAutoConfiguration.class)
@ConditionalOnBean(MongoTemplate.class)
@ConditionalOnProperty("marquee.idempotency.paths[0]")
@EnableConfigurationProperties(IdempotencySettings.class)
class IdempotencyDefaults {

	@Bean
	CollectionIndexes idempotencyIndexes() {
		return CollectionIndexes.of(IdempotencyKeys.COLLECTION,
				new Index().on("expiresAt", Direction.ASC).named("expiry"));
	}

	@Bean
	IdempotencyKeys idempotencyKeys(MongoTemplate mongo, Clock clock, IdempotencySettings settings) {
		return new IdempotencyKeys(mongo, clock, settings.lease());
	}

	/** Where the user is known. */
	@Bean
	FilterRegistrationBean<IdempotencyFilter> idempotencyFilter(IdempotencyKeys keys, ErrorResponses errors,
			IdempotencySettings settings) {
		FilterRegistrationBean<IdempotencyFilter> filter = new FilterRegistrationBean<>(
				new IdempotencyFilter(keys, errors));
		filter.setOrder(Ordered.LOWEST_PRECEDENCE);
		filter.setUrlPatterns(settings.paths());
		return filter;
	}

}
