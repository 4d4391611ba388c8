package io.marquee.platform.revocation;

import java.time.Clock;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.security.oauth2.jwt.Jwt;

/**
 * Every process that checks tokens knows which were revoked.
 */
@AutoConfiguration
@ConditionalOnClass({ KafkaConsumer.class, Jwt.class })
@EnableConfigurationProperties(RevocationSettings.class)
class RevocationDefaults {

	/** By which Spring Security judges whether a token has expired, too. */
	private final Clock clock = Clock.systemUTC();

	@Bean
	Revocations knownRevocations(RevocationSettings settings) {
		Revocations revocations = new Revocations(settings.tokenLife(), settings.most(), this.clock);
		revocations.setKnown(!settings.enabled());
		return revocations;
	}

	@Bean
	@ConditionalOnBooleanProperty(name = "marquee.revocations.enabled", matchIfMissing = true)
	RevocationFeed revocationFeed(Revocations revocations, RevocationSettings settings, JsonMapper json) {
		return new RevocationFeed(revocations, settings, json, this.clock);
	}

	@Bean
	@ConditionalOnBooleanProperty(name = "marquee.revocations.enabled", matchIfMissing = true)
	MeterBinder revocationMeters(Revocations revocations, RevocationFeed feed) {
		return (meters) -> {
			Gauge.builder("marquee.revocations.held", revocations, Revocations::held)
				.description("Sessions, users and clients some of whose tokens are refused")
				.baseUnit("revocations")
				.register(meters);
			Gauge.builder("marquee.revocations.known", revocations, (it) -> it.known() ? 1 : 0)
				.description("Whether all that was revoked before the start has been read")
				.register(meters);
			Gauge.builder("marquee.revocations.age", feed, (it) -> it.silence() / 1000.0)
				.description("How old the knowledge is: time since Kafka last answered, a few seconds when all is well")
				.baseUnit("seconds")
				.register(meters);
			FunctionCounter.builder("marquee.revocations.forgotten.early", revocations, Revocations::forgottenEarly)
				.description("Events forgotten while they mattered, because there were too many")
				.baseUnit("events")
				.register(meters);
		};
	}

}
