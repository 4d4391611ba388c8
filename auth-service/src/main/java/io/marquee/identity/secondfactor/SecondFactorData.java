package io.marquee.identity.secondfactor;

import io.marquee.identity.account.DataSubject;
import io.marquee.identity.account.PersonalData;

import org.springframework.stereotype.Component;

/**
 * What is held of somebody's second factor.
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
		return SecondFactorView.of(this.factors.of(subject.userId()));
	}

	@Override
	public void erase(DataSubject subject) {
		this.factors.forget(subject.userId());
	}

}
