package io.marquee.identity.password;

import java.util.List;

import io.marquee.identity.EmailAddress;
import io.marquee.identity.account.Person;
import io.marquee.identity.keycloak.KeycloakTokens;
import io.marquee.identity.keycloak.KeycloakUsers;
import io.marquee.identity.limit.PasswordGuesses;
import io.marquee.identity.session.EndingAfterChange;
import io.marquee.platform.web.ApiException;
import io.marquee.platform.web.FieldProblem;

import org.springframework.http.HttpStatus;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.stereotype.Service;

/**
 * A new password from somebody who is signed in and knows the old one.
 */
@Service
public class ChangingPassword {

	static final String FIELD = "newPassword";

	private final KeycloakTokens tokens;

	private final KeycloakUsers users;

	private final PasswordGuesses guesses;

	private final EndingAfterChange sessions;

	ChangingPassword(KeycloakTokens tokens, KeycloakUsers users, PasswordGuesses guesses, EndingAfterChange sessions) {
		this.tokens = tokens;
		this.users = users;
		this.guesses = guesses;
		this.sessions = sessions;
	}

	/**
	 * Changes it. All sessions but the one that asks end.
	 * @param token the access token of the session that asks
	 * @param current the current password
	 * @param chosen the new one
	 * @throws ApiException 400 if the current one is wrong or the new one breaks the
	 * policy, 403 if the token is a client's own, 429 after too many wrong ones
	 */
	public void change(Jwt token, String current, String chosen) {
		Person person = Person.of(token);
		if (person == null) {
			throw new ApiException(HttpStatus.FORBIDDEN, "FORBIDDEN", "This token belongs to a client, not a person");
		}
		prove(new EmailAddress(person.email()), current);
		if (chosen.equals(current)) {
			throw ApiException.invalid(FIELD, "must differ from the current password");
		}
		this.sessions.make(person.id(), token.getClaimAsString("sid"),
				() -> this.users.setPassword(person.id(), chosen, FIELD));
	}

	private void prove(EmailAddress address, String current) {
		try {
			this.guesses.guess(address, (account) -> this.tokens.check(account, current));
		}
		catch (ApiException ex) {
			// 401 would tell the client that its token is no good.
			throw (ex.status() != HttpStatus.UNAUTHORIZED) ? ex
					: new ApiException(HttpStatus.BAD_REQUEST, "CURRENT_PASSWORD_WRONG",
							"The current password is wrong; if you have none, reset it",
							List.of(new FieldProblem("currentPassword", "is wrong")));
		}
	}

}
