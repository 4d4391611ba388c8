package io.marquee.identity.secondfactor;

import java.util.List;

/**
 * What is on.
 *
 * @param methods what log-ins can be proven with; none if the password is enough
 * @param recoveryCodesLeft how many recovery codes have not been used
 */
public record SecondFactorView(List<SecondFactorMethod> methods, int recoveryCodesLeft) {

	static SecondFactorView of(SecondFactor factor) {
		return new SecondFactorView(factor.methods(), factor.recoveryCodes().size());
	}

}
