package io.marquee.identity.login;

import java.util.List;

import io.marquee.identity.EmailAddress;
import io.marquee.identity.account.Account;
import io.marquee.identity.account.Accounts;
import io.marquee.identity.account.Person;
import io.marquee.identity.account.UserView;
import io.marquee.identity.challenge.Challenges;
import io.marquee.identity.keycloak.FreshTokens;
import io.marquee.identity.keycloak.KeycloakTokens;
import io.marquee.identity.keycloak.SessionTokens;
import io.marquee.identity.limit.PasswordGuesses;
import io.marquee.identity.secondfactor.ProvingSecondFactor;
import io.marquee.identity.secondfactor.SecondFactorMethod;
import io.marquee.identity.session.EndedAtKeycloak;
import io.marquee.identity.session.EndingSessions;
import io.marquee.identity.session.SignIns;
import io.marquee.platform.web.ApiException;

import org.springframework.http.HttpStatus;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.stereotype.Service;

/**
 * Begins, renews and ends sessions. Keycloak judges the credentials; whoever it lets in
 * must also have an account that is not blocked.
 */
@Service
public class SigningIn {

	private final KeycloakTokens tokens;

	private final EndingSessions sessions;

	private final Accounts accounts;

	private final ProvingSecondFactor factor;

	private final Challenges challenges;

	private final FreshTokens fresh;

	private final PasswordGuesses guesses;

	private final SignIns signIns;

	private final EndedAtKeycloak endedAtKeycloak;

	SigningIn(KeycloakTokens tokens, EndingSessions sessions, Accounts accounts, ProvingSecondFactor factor,
			Challenges challenges, FreshTokens fresh, PasswordGuesses guesses, SignIns signIns,
			EndedAtKeycloak endedAtKeycloak) {
		this.tokens = tokens;
		this.sessions = sessions;
		this.accounts = accounts;
		this.factor = factor;
		this.challenges = challenges;
		this.fresh = fresh;
		this.guesses = guesses;
		this.signIns = signIns;
		this.endedAtKeycloak = endedAtKeycloak;
	}

	/**
	 * Logs somebody in.
	 * @param address the address
	 * @param password the password
	 * @return the session, or what has to be proven first
	 */
	public LogIn signIn(EmailAddress address, String password) {
		return admit(credentials(address, password));
	}

	/**
	 * Logs an admin in, and nobody else.
	 * @param address the address
	 * @param password the password
	 * @return the session, or what has to be proven first
	 * @throws ApiException 403 if the credentials are right and the person is no admin
	 */
	public LogIn signInAdmin(EmailAddress address, String password) {
		SessionTokens session = credentials(address, password);
		SignedInView signedIn = begin(session);
		if (!signedIn.user().roles().contains("admin")) {
			end(this.fresh.read(session));
			throw new ApiException(HttpStatus.FORBIDDEN, "FORBIDDEN", "This log-in is for admins");
		}
		return orChallenge(signedIn, session);
	}

	/**
	 * Lets somebody in whom Keycloak has let in, by whatever way but a second factor.
	 * @param session the first tokens of a session; they go nowhere before a second
	 * factor, if there is one, is proven
	 * @return the session, or what has to be proven first
	 * @throws ApiException 403 if the account is blocked
	 */
	public LogIn admit(SessionTokens session) {
		return orChallenge(begin(session), session);
	}

	/**
	 * Renews a session. That is no log-in: what it took to begin it was proven then.
	 * @param refreshToken the last refresh token; a second use of it ends the session
	 * @return the session
	 */
	public SignedInView refresh(String refreshToken) {
		return open(renewed(refreshToken));
	}

	/**
	 * Ends a session.
	 * @param token an access token of the session
	 */
	public void end(Jwt token) {
		String session = token.getClaimAsString("sid");
		if (session != null) {
			this.sessions.end(token.getSubject(), session);
		}
	}

	private SessionTokens credentials(EmailAddress address, String password) {
		return this.guesses.guess(address, () -> this.tokens.signIn(address, password));
	}

	private SessionTokens renewed(String refreshToken) {
		try {
			return this.tokens.refresh(refreshToken);
		}
		catch (ApiException ex) {
			if (ex.status() == HttpStatus.UNAUTHORIZED) {
				this.endedAtKeycloak.refused(refreshToken);
			}
			throw ex;
		}
	}

	private LogIn orChallenge(SignedInView signedIn, SessionTokens session) {
		String userId = signedIn.user().id();
		List<SecondFactorMethod> methods = this.factor.methodsOf(userId);
		if (methods.isEmpty()) {
			return handedOut(signedIn, session);
		}
		String challengeId = this.challenges.begin(userId, this.fresh.read(session).getClaimAsString("sid"),
				session.refreshToken());
		boolean codeSent = methods.equals(List.of(SecondFactorMethod.EMAIL))
				&& sentCode(challengeId, userId, new EmailAddress(signedIn.user().email()));
		return new ChallengeView(true, challengeId, methods, codeSent, this.challenges.lifetime().toSeconds());
	}

	/** A code mailed for another log-in a moment ago is no reason to refuse this one. */
	private boolean sentCode(String challengeId, String userId, EmailAddress address) {
		try {
			this.factor.sendCode(userId, address, this.challenges.open(challengeId).id());
			return true;
		}
		catch (ApiException ex) {
			return false;
		}
	}

	/**
	 * Opens a session to somebody who has proven all that is asked for.
	 * @param session its tokens
	 * @return the session
	 * @throws ApiException 403 if the account is blocked
	 */
	SignedInView open(SessionTokens session) {
		return handedOut(begin(session), session);
	}

	private SignedInView handedOut(SignedInView signedIn, SessionTokens session) {
		this.signIns.note(signedIn.user().id(), this.fresh.read(session).getClaimAsString("sid"));
		return signedIn;
	}

	private SignedInView begin(SessionTokens session) {
		Jwt token = this.fresh.read(session);
		Person person = Person.of(token);
		Account account = (person != null) ? this.accounts.signedIn(person) : null;
		if (account == null || account.blocked()) {
			end(token);
			throw new ApiException(HttpStatus.FORBIDDEN, "ACCOUNT_BLOCKED",
					"This account is blocked; please write to support");
		}
		return new SignedInView(session.accessToken(), session.refreshToken(), "Bearer", session.expiresIn(),
				UserView.of(account, token));
	}

}
