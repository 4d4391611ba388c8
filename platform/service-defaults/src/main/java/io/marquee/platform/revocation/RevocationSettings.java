package io.marquee.platform.revocation;

import java.time.Duration;
import java.util.Map;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.Assert;

/**
 * Where revocations are read, and how long they count.
 *
 * @param enabled whether they are read at all; without, a revoked token is good until it
 * expires
 * @param tokenLife how long an access token can be used: Keycloak's five minutes, and one
 * for clocks that differ
 * @param most how many count at once
 * @param kafka settings of the Kafka consumer by their Kafka names: the address, and what
 * a broker with TLS or passwords needs
 */
@ConfigurationProperties("marquee.revocations")
record RevocationSettings(@DefaultValue("true") boolean enabled, @DefaultValue("6m") Duration tokenLife,
		@DefaultValue("100000") int most, @DefaultValue Map<String, String> kafka) {

	RevocationSettings {
		Assert.isTrue(tokenLife.isPositive(), "marquee.revocations.token-life must be positive");
		Assert.isTrue(most > 0, "marquee.revocations.most must be positive");
	}

}
