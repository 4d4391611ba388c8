package io.marquee.identity.secondfactor;

import java.util.List;

/**
 * An authenticator app is on.
 *
 * @param methods what log-ins can be proven with
 * @param recoveryCodes the codes for when the app is lost, each good once
 */
public record RecoveryCodesView(List<SecondFactorMethod> methods, List<String> recoveryCodes) {

	@Override
	public String toString() {
		return "RecoveryCodesView[…]";
	}

}
