package io.marquee.identity.login;

import io.marquee.identity.account.UserView;

/**
 * A session and whose it is.
 *
 * @param accessToken for the header {@code Authorization: Bearer}
 * @param refreshToken fetches the next tokens, once
 * @param tokenType always {@code Bearer}
 * @param expiresIn seconds that the access token is good for
 * @param user the person
 */
public record SignedInView(String accessToken, String refreshToken, String tokenType, long expiresIn,
		UserView user) implements LogIn {

	@Override
	public String toString() {
		return "SignedInView[" + this.user + "]";
	}

}
