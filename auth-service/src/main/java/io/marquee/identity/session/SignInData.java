package io.marquee.identity.session;

import java.time.Instant;
import java.util.List;

import io.marquee.identity.account.DataSubject;
import io.marquee.identity.account.PersonalData;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * Where people are signed in, and on what.
 */
@Component
class SignInData implements PersonalData {

	private final SignIns signIns;

	SignInData(SignIns signIns) {
		this.signIns = signIns;
	}

	@Override
	public String name() {
		return "signIns";
	}

	@Override
	public @Nullable Object export(DataSubject subject) {
		List<HeldSignIn> held = this.signIns.of(subject.userId())
			.stream()
			.map((signIn) -> new HeldSignIn(signIn.device(), signIn.address(), signIn.at()))
			.toList();
		return held.isEmpty() ? null : held;
	}

	@Override
	public void erase(DataSubject subject) {
		this.signIns.forget(subject.userId());
	}

	/**
	 * A sign-in as it is shown to whom it is about.
	 *
	 * @param device what the client called itself
	 * @param address the network address
	 * @param at when
	 */
	record HeldSignIn(@Nullable String device, String address, Instant at) {

	}

}
