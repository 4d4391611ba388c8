package io.marquee.identity.social;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import javax.crypto.SecretKey;

import io.marquee.identity.crypto.Cryptography;
import io.marquee.identity.keycloak.CodeFlow;
import io.marquee.identity.keycloak.CodeFlow.Attempt;
import io.marquee.identity.login.LogIn;
import io.marquee.identity.login.SigningIn;
import io.marquee.platform.web.ApiException;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;

/**
 * Logs people in whom an outside provider vouches for. What is remembered of a log-in
 * under way is sealed and kept by the browser alone: only the browser that began one can
 * end it, at whichever replica.
 */
@Service
public class SigningInElsewhere {

	private final CodeFlow keycloak;

	private final SigningIn signingIn;

	private final SocialSettings settings;

	private final Clock clock;

	private final SecretKey key;

	SigningInElsewhere(CodeFlow keycloak, SigningIn signingIn, SocialSettings settings, Clock clock) {
		this.keycloak = keycloak;
		this.signingIn = signingIn;
		this.settings = settings;
		this.clock = clock;
		this.key = Cryptography.sealKey("social-login", settings.key().getBytes(StandardCharsets.UTF_8));
	}

	/**
	 * Begins a log-in.
	 * @param provider who is to vouch for the person
	 * @return where the browser goes, and what it keeps meanwhile
	 * @throws ApiException 404 if this provider is not set up
	 */
	public Departure begin(Provider provider) {
		requireEnabled(provider);
		Attempt attempt = Attempt.draw();
		Instant until = this.clock.instant().plus(this.settings.lifetime());
		String kept = Cryptography.seal(this.key, String.join(" ", attempt.state(), attempt.nonce(), attempt.verifier(),
				String.valueOf(until.getEpochSecond())), provider.alias());
		return new Departure(this.keycloak.begin(provider.alias(), this.settings.callback(provider), attempt), kept,
				this.settings.lifetime(), this.settings.isSecure());
	}

	/**
	 * Finds the log-in that a browser comes back from.
	 * @param provider who was to vouch for the person
	 * @param kept what the browser kept
	 * @param state the state it brings
	 * @return the log-in
	 * @throws ApiException 400 if this browser began none, or another one, or too long
	 * ago
	 */
	public Attempt resume(Provider provider, Optional<String> kept, String state) {
		requireEnabled(provider);
		return kept.flatMap((sealed) -> open(provider, sealed))
			.filter((attempt) -> Cryptography.same(attempt.state(), state))
			.orElseThrow(CodeFlow::lost);
	}

	/**
	 * Ends a log-in.
	 * @param provider who vouched for the person
	 * @param attempt the log-in
	 * @param arrival what the browser brings
	 * @return the session
	 * @throws ApiException 403 if the provider or Keycloak refused, 400 if the code is
	 * none of this log-in
	 */
	public LogIn finish(Provider provider, Attempt attempt, Arrival arrival) {
		boolean ours = arrival.issuer().map(this.keycloak::isIssuer).orElse(true);
		String code = arrival.code()
			.filter((present) -> ours)
			.orElseThrow(() -> new ApiException(HttpStatus.FORBIDDEN, "SOCIAL_LOGIN_REFUSED",
					"You were not logged in there; please try again or log in another way"));
		return this.signingIn.admit(this.keycloak.finish(code, this.settings.callback(provider), attempt));
	}

	private void requireEnabled(Provider provider) {
		if (!this.settings.isEnabled(provider)) {
			throw new ApiException(HttpStatus.NOT_FOUND, "SOCIAL_LOGIN_NOT_SET_UP",
					"Nobody can log in this way here; please log in with your password");
		}
	}

	private Optional<Attempt> open(Provider provider, String sealed) {
		try {
			String[] parts = Cryptography.open(this.key, sealed, provider.alias()).split(" ");
			boolean over = this.clock.instant().getEpochSecond() >= Long.parseLong(parts[3]);
			return over ? Optional.empty() : Optional.of(new Attempt(parts[0], parts[1], parts[2]));
		}
		catch (IllegalArgumentException | IllegalStateException ex) {
			return Optional.empty();
		}
	}

	/**
	 * A log-in has begun.
	 *
	 * @param location where the browser goes
	 * @param kept what it keeps meanwhile
	 * @param lifetime for how long
	 * @param secure whether it comes back by TLS
	 */
	public record Departure(URI location, String kept, Duration lifetime, boolean secure) {

		@Override
		public String toString() {
			return "Departure[…]";
		}

	}

	/**
	 * A browser comes back.
	 *
	 * @param code the code, if it was let in
	 * @param issuer who sent it
	 */
	public record Arrival(Optional<String> code, Optional<String> issuer) {

		@Override
		public String toString() {
			return "Arrival[…]";
		}

	}

}
