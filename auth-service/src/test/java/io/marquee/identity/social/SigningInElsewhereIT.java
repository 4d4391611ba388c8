package io.marquee.identity.social;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import io.marquee.identity.IdentityIT;
import io.marquee.identity.MutableClock;
import io.marquee.identity.keycloak.CodeFlow;
import io.marquee.identity.login.SigningIn;
import io.marquee.platform.web.ApiException;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.util.UriComponentsBuilder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * How long a log-in may take.
 */
@IdentityIT
class SigningInElsewhereIT {

	private final MutableClock clock = new MutableClock(Instant.parse("2026-11-22T10:00:00Z"));

	@Autowired
	private CodeFlow keycloak;

	@Autowired
	private SigningIn login;

	@Autowired
	private SocialSettings settings;

	@Test
	void forgetsALogInThatTakesTooLong() {
		SigningInElsewhere signingIn = new SigningInElsewhere(this.keycloak, this.login, this.settings, this.clock);
		SigningInElsewhere.Departure begun = signingIn.begin(Provider.GOOGLE);
		String state = UriComponentsBuilder.fromUri(begun.location()).build().getQueryParams().getFirst("state");
		Optional<String> kept = Optional.of(begun.kept());

		this.clock.advance(Duration.ofSeconds(299));
		assertThat(signingIn.resume(Provider.GOOGLE, kept, state).state()).isEqualTo(state);

		this.clock.advance(Duration.ofSeconds(1));
		assertThatExceptionOfType(ApiException.class).isThrownBy(() -> signingIn.resume(Provider.GOOGLE, kept, state))
			.satisfies((failure) -> assertThat(failure.code()).isEqualTo("SOCIAL_LOGIN_INVALID"));
	}

}
