package io.marquee.identity.keycloak;

import io.marquee.identity.EmailAddress;
import org.jspecify.annotations.Nullable;

/**
 * A person about to get an account.
 *
 * @param address the proven address
 * @param fullName the name as the person wrote it
 * @param username a name to be known by, if they want one
 * @param password the password, on its way to Keycloak and nowhere else
 * @param registration what made the account; tells a sign-up that was cut short from a
 * stranger's account
 */
public record NewUser(EmailAddress address, String fullName, @Nullable String username, String password,
		String registration) {

	@Override
	public String toString() {
		return "NewUser[" + this.address + "]";
	}

}
