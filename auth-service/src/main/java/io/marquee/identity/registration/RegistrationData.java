package io.marquee.identity.registration;

import java.time.Instant;

import io.marquee.identity.account.DataSubject;
import io.marquee.identity.account.PersonalData;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * Sign-ups with an address that have not come to an account.
 */
@Component
class RegistrationData implements PersonalData {

	private final Registrations registrations;

	RegistrationData(Registrations registrations) {
		this.registrations = registrations;
	}

	@Override
	public String name() {
		return "registrations";
	}

	@Override
	public @Nullable Object export(DataSubject subject) {
		return (subject.address() != null) ? this.registrations.of(subject.address()).stream().map(Open::of).toList()
				: null;
	}

	@Override
	public void erase(DataSubject subject) {
		if (subject.address() != null) {
			this.registrations.remove(subject.address());
		}
	}

	private record Open(Instant expiresAt) {

		static Open of(Registration registration) {
			return new Open(registration.expiresAt());
		}

	}

}
