package io.marquee.infra.local;

import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class AddressesTests {

	@Test
	void allMoveByOneOffset() {
		assertThat(new Addresses(1000, Map.of()).environment())
			.containsEntry("MARQUEE_MONGODB_URI", "mongodb://localhost:28017")
			.containsEntry("MARQUEE_KEYCLOAK_URL", "http://localhost:9180")
			.containsEntry("MARQUEE_SMTP_PORT", "4025")
			.containsEntry("MARQUEE_PUBLIC_URL", "http://localhost:9080");
		assertThat(new Addresses(1000, Map.of()).ofKeycloak())
			.containsEntry("MARQUEE_PUBLIC_URL", "http://localhost:9080")
			.containsEntry("MARQUEE_GITHUB_ACCOUNT_URL", "http://localhost:9101/brokers/github");
	}

	@Test
	void takeWhatIsGivenFromOutside() {
		Addresses addresses = new Addresses(0, Map.of("MARQUEE_KAFKA_BOOTSTRAP", "broker:9092", "HOME", "/home/me"));

		assertThat(addresses.isGiven(Addresses.KAFKA)).isTrue();
		assertThat(addresses.environment()).containsEntry("MARQUEE_KAFKA_BOOTSTRAP", "broker:9092")
			.doesNotContainKey("HOME");
	}

	@Test
	void tellSecretsOfOutsideProvidersToKeycloakAlone() {
		Addresses addresses = new Addresses(0, Map.of("MARQUEE_GOOGLE_ENABLED", "true", "MARQUEE_GOOGLE_CLIENT_SECRET",
				"secret", "MARQUEE_PUBLIC_URL", "https://marquee.example"));

		assertThat(addresses.ofKeycloak()).containsEntry("MARQUEE_GOOGLE_CLIENT_SECRET", "secret")
			.containsEntry("MARQUEE_GOOGLE_ENABLED", "true")
			.containsEntry("MARQUEE_PUBLIC_URL", "https://marquee.example");
		assertThat(addresses.environment()).containsEntry("MARQUEE_GOOGLE_ENABLED", "true")
			.containsEntry("MARQUEE_PUBLIC_URL", "https://marquee.example")
			.doesNotContainKey("MARQUEE_GOOGLE_CLIENT_SECRET");
	}

	@Test
	void letARealmPlayGoogleUntilAClientThereIsGiven() {
		assertThat(new Addresses(1000, Map.of()).ofKeycloak()).containsEntry("MARQUEE_GOOGLE_CLIENT_ID", "marquee")
			.containsEntry("MARQUEE_GOOGLE_ISSUER", "http://localhost:9180/realms/outside");
		assertThat(new Addresses(0, Map.of("MARQUEE_GOOGLE_CLIENT_ID", "ours")).ofKeycloak())
			.containsEntry("MARQUEE_GOOGLE_CLIENT_ID", "ours")
			.doesNotContainKey("MARQUEE_GOOGLE_ISSUER");
	}

	@Test
	void takeAnEmptyVariableForNone() {
		assertThat(new Addresses(0, Map.of("MARQUEE_KAFKA_BOOTSTRAP", "")).isGiven(Addresses.KAFKA)).isFalse();
	}

	@Test
	void stayWithinTheRangeOfPorts() {
		assertThatExceptionOfType(MarqueeException.class).isThrownBy(() -> new Addresses(40_000, Map.of()))
			.withMessageContaining("--port-offset 40000");
	}

}
