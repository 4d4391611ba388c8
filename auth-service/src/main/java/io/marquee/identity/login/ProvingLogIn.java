package io.marquee.identity.login;

import io.marquee.identity.EmailAddress;
import io.marquee.identity.account.People;
import io.marquee.identity.challenge.Challenge;
import io.marquee.identity.challenge.Challenges;
import io.marquee.identity.keycloak.KeycloakTokens;
import io.marquee.identity.secondfactor.ProvingSecondFactor;
import io.marquee.platform.web.ApiException;

import org.springframework.stereotype.Service;

/**
 * The second step of a log-in, for those who have a second factor.
 * <p>
 * The steps are ordered such that dying between any two leaves no session that somebody
 * could use, and none that stays: until the very write that precedes the answer, the
 * challenge has a time at which its session is ended.
 */
@Service
public class ProvingLogIn {

	private final Challenges challenges;

	private final ProvingSecondFactor factor;

	private final KeycloakTokens tokens;

	private final SigningIn signingIn;

	private final People people;

	ProvingLogIn(Challenges challenges, ProvingSecondFactor factor, KeycloakTokens tokens, SigningIn signingIn,
			People people) {
		this.challenges = challenges;
		this.factor = factor;
		this.tokens = tokens;
		this.signingIn = signingIn;
		this.people = people;
	}

	/**
	 * Mails a code for a log-in that waits.
	 * @param challengeId the log-in
	 * @throws ApiException 401 if it does not wait, 409 if no codes are mailed to this
	 * person, 429 within the cool-down
	 */
	public void sendCode(String challengeId) {
		Challenge challenge = this.challenges.open(challengeId);
		this.factor.sendCode(challenge.userId(), addressOf(challenge), challenge.id());
	}

	/**
	 * Proves a log-in that waits and begins its session.
	 * @param challengeId the log-in
	 * @param code a code of any of its methods
	 * @return the session
	 * @throws ApiException 401 if it does not wait, 400 if the code is wrong, 429 if no
	 * guess is left, 403 if the account was blocked meanwhile
	 */
	public SignedInView prove(String challengeId, String code) {
		Challenge challenge = this.challenges.guess(challengeId);
		try {
			this.factor.prove(challenge.userId(), addressOf(challenge), challenge.id(), code);
		}
		catch (ApiException ex) {
			this.challenges.failed(challenge);
			throw ex;
		}
		String refreshToken = this.challenges.redeem(challenge, challengeId);
		SignedInView session = this.signingIn.open(this.tokens.refresh(refreshToken));
		this.challenges.fulfil(challenge);
		return session;
	}

	private EmailAddress addressOf(Challenge challenge) {
		return this.people.find(challenge.userId())
			.map((account) -> new EmailAddress(account.email()))
			.orElseThrow(Challenges::invalid);
	}

}
