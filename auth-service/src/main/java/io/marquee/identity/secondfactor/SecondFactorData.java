package io.marquee.identity.secondfactor;

import java.util.List;

import io.marquee.identity.account.DataSubject;
import io.marquee.identity.account.PersonalData;

import org.springframework.stereotype.Component;

/**
 * Somebody's second factor, of which they see everything but the secrets.
 */
@Component
class SecondFactorData implements PersonalData {

	private final SecondFactors factors;

	SecondFactorData(SecondFactors factors) {
		this.factors = factors;
	}

	@Override
	public String name() {
		return "secondFactor";
	}

	@Override
	public Object export(DataSubject subject) {
		SecondFactor factor = this.factors.of(subject.userId());
		return new Held(factor.methods(), factor.recoveryCodes().size());
	}

	@Override
	public void erase(DataSubject subject) {
		this.factors.forget(subject.userId());
	}

	private record Held(List<SecondFactorMethod> methods, int recoveryCodesLeft) {

	}

}
