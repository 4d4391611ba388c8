package io.marquee.identity.login;

import java.util.List;

import io.marquee.identity.secondfactor.SecondFactorMethod;

/**
 * The password was right; the second factor is asked for. There is no token yet.
 *
 * @param requires2FA always true
 * @param challengeId names this log-in; whoever has it and a code is signed in
 * @param methods what proves it, any of these
 * @param codeSent whether a code has been mailed already
 * @param expiresIn seconds that this log-in waits
 */
public record ChallengeView(boolean requires2FA, String challengeId, List<SecondFactorMethod> methods, boolean codeSent,
		long expiresIn) implements LogIn {

	@Override
	public String toString() {
		return "ChallengeView[" + this.methods + "]";
	}

}
