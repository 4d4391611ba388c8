package io.marquee.identity.account;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.security.oauth2.jwt.Jwt;

/**
 * A person as they see themselves.
 *
 * @param id the account's id
 * @param email the address
 * @param emailVerified whether the address is proven
 * @param fullName the name
 * @param username the chosen name
 * @param phone the telephone number
 * @param address the postal address
 * @param language the language of mails, as a BCP 47 tag
 * @param profilePicture where a picture of the person is
 * @param roles the roles, in alphabetical order
 * @param createdAt when the account was opened
 * @param updatedAt when it last changed
 */
public record UserView(String id, String email, boolean emailVerified, String fullName, @Nullable String username,
		@Nullable String phone, @Nullable String address, String language, @Nullable String profilePicture,
		List<String> roles, Instant createdAt, Instant updatedAt) {

	/**
	 * Joins an account with what its token says.
	 * @param account the account
	 * @param token a token of the account
	 * @return the view
	 */
	public static UserView of(Account account, Jwt token) {
		return new UserView(account.id(), account.email(),
				Boolean.TRUE.equals(token.getClaimAsBoolean("email_verified")), account.fullName(), account.username(),
				account.phone(), account.address(), account.language(), account.profilePicture(), Person.rolesIn(token),
				account.createdAt(), account.updatedAt());
	}

	@Override
	public String toString() {
		return "UserView[" + this.id + "]";
	}

}
