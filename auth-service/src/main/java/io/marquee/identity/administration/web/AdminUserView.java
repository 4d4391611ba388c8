package io.marquee.identity.administration.web;

import java.time.Instant;
import java.util.List;

import io.marquee.identity.account.Account;
import org.jspecify.annotations.Nullable;

/**
 * A person as admins see them.
 *
 * @param block by whom, when and why the account was blocked, while it is
 */
record AdminUserView(String id, String email, String fullName, @Nullable String username, @Nullable String phone,
		List<String> roles, boolean blocked, Account.@Nullable Block block, Instant createdAt, Instant updatedAt) {

	static AdminUserView of(Account account) {
		return new AdminUserView(account.id(), account.email(), account.fullName(), account.username(), account.phone(),
				account.roles(), account.blocked(), account.block(), account.createdAt(), account.updatedAt());
	}

	@Override
	public String toString() {
		return "AdminUserView[" + this.id + "]";
	}

}
