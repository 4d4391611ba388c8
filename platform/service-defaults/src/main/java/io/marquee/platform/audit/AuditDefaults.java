package io.marquee.platform.audit;

import java.time.Clock;

import io.marquee.platform.events.OutboxEntries;
import io.marquee.platform.events.OutboxRelay;
import io.marquee.platform.events.OutboxSource;
import io.marquee.platform.mongo.CollectionIndexes;
import io.marquee.platform.security.SecuritySettings;
import io.marquee.platform.web.ErrorResponses;
import io.micrometer.core.instrument.MeterRegistry;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.data.mongodb.autoconfigure.DataMongoAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.data.domain.Sort.Direction;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.access.ExceptionTranslationFilter;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Every service with a database writes down what administrators do.
 */
@AutoConfiguration(after = DataMongoAutoConfiguration.class, beforeName = "io.marquee.platform.events.EventDefaults")
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@ConditionalOnBean(MongoTemplate.class)
@EnableConfigurationProperties(AuditTrailSettings.class)
@Import(CreatedIds.class)
class AuditDefaults {

	@Bean
	OutboxSource auditTrailSource() {
		return new OutboxSource(AuditTrail.COLLECTION, AuditTrail.TOPIC);
	}

	@Bean
	CollectionIndexes auditTrailIndexes() {
		return CollectionIndexes.of(AuditTrail.COLLECTION,
				new Index().on("underWaySince", Direction.ASC).named("under_way").sparse(),
				new Index().on("endedAt", Direction.ASC).named("ended").sparse());
	}

	@Bean
	AuditTrail auditTrail(MongoTemplate mongo, OutboxEntries events, OutboxRelay relay, AuditTrailSettings settings,
			Clock clock, MeterRegistry meters, @Value("${spring.application.name}") String service) {
		return new AuditTrail(mongo, events, relay, settings, clock, meters, service);
	}

	@Bean
	AuditSweeper auditSweeper(AuditTrail trail, AuditTrailSettings settings) {
		return new AuditSweeper(trail, settings.sweepInterval());
	}

	/** Behind the token, before the rights. */
	@Bean
	Customizer<HttpSecurity> auditedRequests(AuditTrail trail, ErrorResponses errors,
			@Qualifier("requestMappingHandlerMapping") ObjectProvider<RequestMappingHandlerMapping> handlers,
			AuditTrailSettings settings, SecuritySettings security) {
		AuditFilter filter = new AuditFilter(trail, errors, handlers, settings, security.publicPaths());
		return (http) -> http.addFilterBefore(filter, ExceptionTranslationFilter.class);
	}

}
