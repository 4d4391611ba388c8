package io.marquee.identity.account;

import java.time.Instant;

/**
 * Event {@value #TYPE}: an account was closed. Whoever holds something about its owner
 * removes it, or makes it point at nobody.
 *
 * @param userId the account's id
 * @param deletedAt when
 */
record UserDeleted(String userId, Instant deletedAt) {

	static final String TYPE = "marquee.user.deleted";

}
