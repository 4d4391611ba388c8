package io.marquee.identity.keycloak;

import java.util.Map;

import io.marquee.identity.EmailAddress;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class KeycloakUserTests {

	@ParameterizedTest
	@ValueSource(strings = { "Asha", "Asha Rao", "Asha Maria Rao", "Ann-Sophie de la Cruz" })
	void keepsANameWholeThoughKeycloakHasTwoFieldsForIt(String name) {
		Map<String, Object> sent = KeycloakUser
			.creationOf(new NewUser(new EmailAddress("a@example.org"), name, null, "p", "r"));

		KeycloakUser read = new KeycloakUser("1", "a@example.org", "a@example.org", (String) sent.get("firstName"),
				(String) sent.get("lastName"), null, true);
		assertThat(read.fullName()).isEqualTo(name);
		assertThat(read.chosenUsername()).isNull();
	}

}
