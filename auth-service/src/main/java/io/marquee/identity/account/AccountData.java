package io.marquee.identity.account;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * All that an account says of its owner; in an export. Which admin blocked it is the
 * admin's data.
 *
 * @param id the account's id
 * @param email the address
 * @param fullName the name
 * @param username the chosen name
 * @param phone the telephone number
 * @param address the postal address
 * @param language the language of mails, as a BCP 47 tag
 * @param profilePicture where a picture of the person is
 * @param roles the roles, in alphabetical order
 * @param blocked whether it is shut
 * @param blockReason why, if it is
 * @param createdAt when it was opened
 * @param updatedAt when it last changed
 */
public record AccountData(String id, String email, String fullName, @Nullable String username, @Nullable String phone,
		@Nullable String address, String language, @Nullable String profilePicture, List<String> roles, boolean blocked,
		@Nullable String blockReason, Instant createdAt, Instant updatedAt) {

	/**
	 * Reads an account.
	 * @param account the account
	 * @return what it says
	 */
	public static AccountData of(Account account) {
		Account.Block block = account.block();
		return new AccountData(account.id(), account.email(), account.fullName(), account.username(), account.phone(),
				account.address(), account.language(), account.profilePicture(), account.roles(), account.blocked(),
				(block != null) ? block.reason() : null, account.createdAt(), account.updatedAt());
	}

	@Override
	public String toString() {
		return "AccountData[" + this.id + "]";
	}

}
