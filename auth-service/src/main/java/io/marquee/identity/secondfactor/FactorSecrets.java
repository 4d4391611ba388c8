package io.marquee.identity.secondfactor;

import java.util.List;

import io.marquee.identity.crypto.Seals;

import org.springframework.stereotype.Component;

/**
 * How the secrets of second factors are kept: those of apps sealed, recovery codes as
 * keyed hashes, both bound to their owner.
 */
@Component
class FactorSecrets {

	private static final String APP = "totp-secret";

	private static final String RECOVERY_CODE = "recovery-code";

	private final Seals seals;

	FactorSecrets(Seals seals) {
		this.seals = seals;
	}

	String seal(String userId, String secret) {
		return this.seals.seal(APP, secret, userId);
	}

	String open(String userId, String sealed) {
		return this.seals.open(APP, sealed, userId);
	}

	/**
	 * Moves a secret to the first key, so that the others can be taken away some day.
	 * @param userId whose
	 * @param sealed the sealed secret
	 * @param secret the same, opened
	 * @return the secret under the first key
	 */
	String renewed(String userId, String sealed, String secret) {
		return this.seals.isCurrent(sealed) ? sealed : seal(userId, secret);
	}

	List<String> hashes(String userId, List<RecoveryCode> codes) {
		return codes.stream().map((code) -> this.seals.hash(RECOVERY_CODE, text(userId, code))).toList();
	}

	List<String> hashesToLookFor(String userId, RecoveryCode code) {
		return this.seals.hashes(RECOVERY_CODE, text(userId, code));
	}

	private static String text(String userId, RecoveryCode code) {
		return userId + "|" + code.value();
	}

}
