package io.marquee.identity.otp;

import java.time.Duration;
import java.time.Instant;

import org.jspecify.annotations.Nullable;

import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * The code last issued to an address for a purpose. The address is not in it in the
 * clear, the code only as a keyed hash, and both sealed while their mail waits.
 *
 * @param id purpose and keyed hash of the address
 * @param issue differs with every issue
 * @param hash keyed hash of the code, bound to id and issue
 * @param sentAt when it was issued
 * @param expiresAt until when it is good
 * @param attempts guesses so far
 * @param used whether it has done its work
 * @param boundTo what else it is bound to, if anything: a log-in
 * @param mail the mail still to be sent
 */
@Document("otps")
record Otp(@Id String id, String issue, String hash, Instant sentAt, Instant expiresAt, int attempts, boolean used,
		@Nullable String boundTo, @Nullable WaitingMail mail) {

	boolean isFor(OtpPurpose purpose) {
		return this.id.startsWith(purpose + ":");
	}

	Duration untilAnother(Instant now, Duration coolDown) {
		Duration left = Duration.between(now, this.sentAt.plus(coolDown));
		return left.isPositive() ? left : Duration.ZERO;
	}

	/**
	 * A mail on its way: queued in the same write as its code, so that neither exists
	 * without the other.
	 *
	 * @param state always {@value #PENDING}; removed when sent
	 * @param sealed address and code
	 * @param dueAt when to try next; in the future also while somebody tries
	 * @param tries how often it was tried
	 */
	record WaitingMail(String state, String sealed, Instant dueAt, int tries) {

		static final String PENDING = "PENDING";

		static WaitingMail of(String sealed, Instant now) {
			return new WaitingMail(PENDING, sealed, now, 0);
		}

	}

}
