package io.marquee.identity.registration;

import io.marquee.platform.mongo.CollectionIndexes;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.index.Index;

@Configuration(proxyBeanMethods = false)
class RegistrationStorage {

	@Bean
	CollectionIndexes registrationIndexes() {
		return CollectionIndexes.of("registrations", new Index("expiresAt", Sort.Direction.ASC).named("expiry"),
				new Index("email", Sort.Direction.ASC).named("address").sparse());
	}

}
