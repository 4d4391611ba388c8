package io.marquee.identity.profile;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.marquee.identity.EmailAddress;
import io.marquee.identity.account.Account;
import io.marquee.identity.account.Accounts;
import io.marquee.identity.account.ProfileField;
import io.marquee.identity.keycloak.KeycloakUser;
import io.marquee.identity.keycloak.KeycloakUsers;
import io.marquee.platform.web.ApiException;
import io.marquee.platform.web.FieldProblem;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;

/**
 * Changes what somebody says of themselves; of two who change the same field the later
 * one wins. Names are Keycloak's, which judges them, so they go there first: should this
 * process die after that, the next sign-in brings the account's copy up to date.
 */
@Service
public class ChangingProfile {

	private final KeycloakUsers keycloak;

	private final Accounts accounts;

	ChangingProfile(KeycloakUsers keycloak, Accounts accounts) {
		this.keycloak = keycloak;
		this.accounts = accounts;
	}

	/**
	 * Changes some fields and leaves the others.
	 * @param account whose
	 * @param changes the fields and their new values; one without a value is cleared
	 * @return the account as it is then
	 * @throws ApiException 409 if the username is taken
	 */
	public Account change(Account account, Map<ProfileField, Optional<String>> changes) {
		Map<ProfileField, Optional<String>> kept = new EnumMap<>(ProfileField.class);
		changes.forEach((field, value) -> kept.put(field, value.map(field::tidy).filter((text) -> !text.isEmpty())));
		Map<String, String> names = new HashMap<>();
		Optional<String> fullName = kept.get(ProfileField.FULL_NAME);
		if (fullName != null) {
			names.putAll(KeycloakUser.namesOf(fullName.orElseThrow()));
		}
		Optional<String> username = kept.get(ProfileField.USERNAME);
		if (username != null) {
			names.put("username", KeycloakUser.usernameOf(username.orElse(null), new EmailAddress(account.email())));
		}
		if (!names.isEmpty() && !this.keycloak.update(account.id(), names)) {
			throw new ApiException(HttpStatus.CONFLICT, "USERNAME_TAKEN",
					"This username is taken; please choose another", List.of(new FieldProblem("username", "is taken")));
		}
		return this.accounts.change(account.id(), kept);
	}

}
