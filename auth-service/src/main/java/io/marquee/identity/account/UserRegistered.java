package io.marquee.identity.account;

import java.time.Instant;

/**
 * Event {@value #TYPE}: an account was opened. Who needs more than the id asks for it.
 *
 * @param userId the account's id
 * @param registeredAt when
 */
record UserRegistered(String userId, Instant registeredAt) {

	static final String TYPE = "marquee.user.registered";

}
