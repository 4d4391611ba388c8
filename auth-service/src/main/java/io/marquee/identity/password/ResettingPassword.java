package io.marquee.identity.password;

import io.marquee.identity.EmailAddress;
import io.marquee.identity.keycloak.KeycloakUser;
import io.marquee.identity.keycloak.KeycloakUsers;
import io.marquee.identity.limit.PasswordGuesses;
import io.marquee.identity.otp.OneTimeCodes;
import io.marquee.identity.otp.OtpPurpose;
import io.marquee.identity.session.EndingAfterChange;
import io.marquee.platform.web.ApiException;

import org.springframework.stereotype.Service;

/**
 * A new password from somebody who has the account's mailbox. Who signed up through
 * another provider gets a first one in the same way. Nothing tells whether an address has
 * an account but the mail that goes there.
 */
@Service
public class ResettingPassword {

	private final OneTimeCodes codes;

	private final KeycloakUsers users;

	private final PasswordGuesses guesses;

	private final EndingAfterChange sessions;

	ResettingPassword(OneTimeCodes codes, KeycloakUsers users, PasswordGuesses guesses, EndingAfterChange sessions) {
		this.codes = codes;
		this.users = users;
		this.guesses = guesses;
		this.sessions = sessions;
	}

	/**
	 * Sends a code, or says by mail that there is no account.
	 * @param address where to
	 */
	public void sendCode(EmailAddress address) {
		this.codes.send(OtpPurpose.PASSWORD_RESET, address);
	}

	/**
	 * Sets the password. All sessions end, and what was counted or locked because of
	 * wrong passwords is forgiven.
	 * @param address the account's address
	 * @param code the code as typed; it stays good if the password breaks the policy
	 * @param chosen the new password
	 * @throws ApiException 400 if the code or the password is not good, 429 after too
	 * many wrong codes
	 */
	public void reset(EmailAddress address, String code, String chosen) {
		this.codes.redeem(OtpPurpose.PASSWORD_RESET, address, code, () -> {
			KeycloakUser user = this.users.withAddress(address).orElseThrow(OneTimeCodes::invalid);
			this.sessions.make(user.id(), null,
					() -> this.users.setPassword(user.id(), chosen, ChangingPassword.FIELD));
			this.users.forgiveFailures(user.id());
			this.guesses.forgive(address);
		});
	}

}
