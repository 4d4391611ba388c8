package io.marquee.identity.registration;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A proven address on its way to an account.
 *
 * @param id hash of the token
 * @param email the address; gone once the account stands
 * @param expiresAt until when the token is good
 * @param used whether the account stands
 * @param leaseUntil until when one attempt has it to itself
 * @param lease names that attempt
 */
@Document("registrations")
record Registration(@Id String id, @Nullable String email, Instant expiresAt, boolean used, Instant leaseUntil,
		@Nullable String lease) {

	static Registration of(RegistrationToken token, String email, Instant expiresAt) {
		return new Registration(token.hash(), email, expiresAt, false, Instant.EPOCH, null);
	}

	@Override
	public String toString() {
		return "Registration[" + this.expiresAt + "]";
	}

}
