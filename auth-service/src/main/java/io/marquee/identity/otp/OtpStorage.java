package io.marquee.identity.otp;

import io.marquee.identity.keycloak.KeycloakUsers;
import io.marquee.platform.mongo.CollectionIndexes;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.index.Index;

@Configuration(proxyBeanMethods = false)
class OtpStorage {

	@Bean
	AccountLookup accountLookup(KeycloakUsers users) {
		return (address) -> users.withAddress(address).isPresent();
	}

	@Bean
	CollectionIndexes otpIndexes() {
		return CollectionIndexes.of("otps",
				new Index("mail.state", Sort.Direction.ASC).on("mail.dueAt", Sort.Direction.ASC)
					.named("mail_due")
					.sparse(),
				new Index("expiresAt", Sort.Direction.ASC).named("expiry"));
	}

}
