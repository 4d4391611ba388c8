package io.marquee.identity.account;

import java.util.Optional;

import io.marquee.identity.keycloak.KeycloakRoles;
import io.marquee.identity.keycloak.KeycloakUsers;
import io.marquee.platform.web.ApiException;

import org.springframework.http.HttpStatus;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.stereotype.Service;

/**
 * Looks people up, here first and in Keycloak if need be.
 */
@Service
public class People {

	private final Accounts accounts;

	private final ClosedAccounts closed;

	private final KeycloakUsers keycloak;

	private final KeycloakRoles roles;

	People(Accounts accounts, ClosedAccounts closed, KeycloakUsers keycloak, KeycloakRoles roles) {
		this.accounts = accounts;
		this.closed = closed;
		this.keycloak = keycloak;
		this.roles = roles;
	}

	/**
	 * Tells who a token belongs to, without asking Keycloak: with Keycloak down, valid
	 * tokens go on working.
	 * @param token a checked access token
	 * @return the person it belongs to
	 * @throws ApiException 403 if it is a client's own token, 401 if the account was
	 * closed
	 */
	public UserView whoIs(Jwt token) {
		return UserView.of(accountOf(token), token);
	}

	/**
	 * The account that a token belongs to, as {@link #whoIs}.
	 * @param token a checked access token
	 * @return the account
	 * @throws ApiException 403 if it is a client's own token, 401 if the account was
	 * closed
	 */
	public Account accountOf(Jwt token) {
		Person person = Person.of(token);
		if (person == null) {
			throw new ApiException(HttpStatus.FORBIDDEN, "FORBIDDEN", "This token belongs to a client, not a person");
		}
		return this.accounts.open(person, null);
	}

	/**
	 * Finds somebody by id.
	 * @param id the id
	 * @return the account, opened on the way if Keycloak knows the person and this
	 * service did not
	 */
	public Optional<Account> find(String id) {
		Account known = this.accounts.find(id);
		if (known != null) {
			return Optional.of(known);
		}
		if (this.closed.contains(id)) {
			return Optional.empty();
		}
		return this.keycloak.withId(id)
			.flatMap((user) -> Optional.ofNullable(Person.of(user, this.roles.of(id))))
			.map((person) -> this.accounts.open(person, null));
	}

	/**
	 * Counts people.
	 * @return all of them and the blocked ones
	 */
	public Totals totals() {
		return new Totals(this.keycloak.count(), this.accounts.countBlocked());
	}

	/**
	 * How many people there are.
	 *
	 * @param users everybody
	 * @param blockedUsers those an admin has blocked
	 */
	public record Totals(long users, long blockedUsers) {

	}

}
