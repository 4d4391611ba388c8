package io.marquee.identity.account;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;

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
 * @param language the language of mails
 * @param roles the roles, in alphabetical order
 * @param createdAt when the account was opened
 * @param updatedAt when it last changed
 */
public record UserView(String id, String email, boolean emailVerified, String fullName, @Nullable String username,
		@Nullable String phone, String language, List<String> roles, Instant createdAt, Instant updatedAt) {

	/**
	 * Joins an account with what its token says.
	 * @param account the account
	 * @param token a token of the account
	 * @return the view
	 */
	public static UserView of(Account account, Jwt token) {
		return new UserView(account.id(), account.email(),
				Boolean.TRUE.equals(token.getClaimAsBoolean("email_verified")), account.fullName(), account.username(),
				account.phone(), account.language(), rolesIn(token), account.createdAt(), account.updatedAt());
	}

	private static List<String> rolesIn(Jwt token) {
		Map<String, Object> access = token.getClaimAsMap("realm_access");
		return (access != null && access.get("roles") instanceof Collection<?> roles)
				? roles.stream().map(Object::toString).sorted().toList() : List.of();
	}

	@Override
	public String toString() {
		return "UserView[" + this.id + "]";
	}

}
