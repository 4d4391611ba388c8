package io.marquee.identity.secondfactor;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * Somebody's second factor.
 *
 * @param id the user's id
 * @param email whether codes are mailed
 * @param totp the authenticator app
 * @param pending an app that is being set up and has proven nothing yet
 * @param recoveryCodes keyed hashes of the codes that are left
 */
@Document(SecondFactors.COLLECTION)
record SecondFactor(@Id String id, boolean email, @Nullable App totp, @Nullable PendingApp pending,
		List<String> recoveryCodes) {

	static SecondFactor none(String userId) {
		return new SecondFactor(userId, false, null, null, List.of());
	}

	/**
	 * What a log-in can be proven with.
	 * @return the methods; none if there is no second factor
	 */
	List<SecondFactorMethod> methods() {
		List<SecondFactorMethod> methods = new ArrayList<>();
		if (this.email) {
			methods.add(SecondFactorMethod.EMAIL);
		}
		if (this.totp != null) {
			methods.add(SecondFactorMethod.TOTP);
		}
		if (!this.recoveryCodes.isEmpty()) {
			methods.add(SecondFactorMethod.RECOVERY_CODE);
		}
		return List.copyOf(methods);
	}

	@Override
	public String toString() {
		return "SecondFactor[" + this.id + "]";
	}

	/**
	 * An authenticator app.
	 *
	 * @param secret its secret, sealed
	 * @param lastStep the time step of the last code that was accepted: it and those
	 * before it are spent
	 */
	record App(String secret, long lastStep) {

	}

	/**
	 * An authenticator app that is being set up.
	 *
	 * @param secret its secret, sealed
	 * @param expiresAt until when it may prove itself
	 */
	record PendingApp(String secret, Instant expiresAt) {

	}

}
