package io.marquee.identity.registration;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

import io.marquee.identity.EmailAddress;
import io.marquee.identity.account.Accounts;
import io.marquee.identity.account.Person;
import io.marquee.identity.keycloak.KeycloakUser;
import io.marquee.identity.keycloak.KeycloakUsers;
import io.marquee.identity.keycloak.NewUser;
import io.marquee.identity.login.LogIn;
import io.marquee.identity.login.SigningIn;
import io.marquee.identity.otp.OneTimeCodes;
import io.marquee.identity.otp.OtpPurpose;
import io.marquee.platform.web.ApiException;
import io.marquee.platform.web.FieldProblem;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;

/**
 * Signing up: a code proves the address, then the account is made.
 * <p>
 * Keycloak and the database cannot change in one step, so the steps are ordered such that
 * dying between any two of them leaves something that the same request, sent again,
 * completes: the user in Keycloak carries the registration's id, the account's key is the
 * user's id, and the token is used up last.
 */
@Service
public class SigningUp {

	private static final Logger log = LoggerFactory.getLogger(SigningUp.class);

	private final OneTimeCodes codes;

	private final Registrations registrations;

	private final KeycloakUsers users;

	private final Accounts accounts;

	private final SigningIn signingIn;

	SigningUp(OneTimeCodes codes, Registrations registrations, KeycloakUsers users, Accounts accounts,
			SigningIn signingIn) {
		this.codes = codes;
		this.registrations = registrations;
		this.users = users;
		this.accounts = accounts;
		this.signingIn = signingIn;
	}

	/**
	 * Sends a code, whether the address has an account or not.
	 * @param address where to
	 */
	public void sendCode(EmailAddress address) {
		this.codes.send(OtpPurpose.SIGN_UP, address);
	}

	/**
	 * Trades a code for the right to register.
	 * @param address the address
	 * @param code the code
	 * @return the registration token
	 */
	public String verify(EmailAddress address, String code) {
		this.codes.verify(OtpPurpose.SIGN_UP, address, code);
		return this.registrations.begin(address).value();
	}

	/**
	 * Makes the account and signs its owner in.
	 * @param token the registration token
	 * @param applicant what the person said of themselves
	 * @return the first session; something to prove first if this comes again after its
	 * owner has set up a second factor
	 */
	public LogIn register(String token, Applicant applicant) {
		Registration registration = this.registrations.claim(new RegistrationToken(token));
		try {
			EmailAddress address = new EmailAddress(Objects.requireNonNull(registration.email()));
			Person person = createOrFind(new NewUser(address, applicant.fullName(), applicant.username(),
					applicant.password(), registration.id()));
			this.accounts.open(person, applicant.phone());
			LogIn session = this.signingIn.signIn(address, applicant.password());
			this.registrations.use(registration);
			return session;
		}
		catch (RuntimeException ex) {
			giveBack(registration);
			throw ex;
		}
	}

	private Person createOrFind(NewUser user) {
		Optional<String> created = this.users.create(user);
		if (created.isPresent()) {
			return new Person(created.get(), user.address().value(), user.fullName(), user.username(),
					Person.EVERYBODY);
		}
		// Telling that the address is taken is no leak here: its owner is asking.
		KeycloakUser known = this.users.withAddress(user.address())
			.orElseThrow(() -> new ApiException(HttpStatus.CONFLICT, "USERNAME_TAKEN",
					"This username is taken; please choose another",
					List.of(new FieldProblem("username", "is taken"))));
		if (!known.madeBy(user.registration())) {
			throw new ApiException(HttpStatus.CONFLICT, "EMAIL_TAKEN",
					"This address has an account already; please log in");
		}
		// An attempt before this one died half way. Its password may differ from this
		// one's.
		this.users.setPassword(known.id(), user.password());
		return new Person(known.id(), user.address().value(), known.fullName(), known.chosenUsername(),
				Person.EVERYBODY);
	}

	private void giveBack(Registration registration) {
		try {
			this.registrations.release(registration);
		}
		catch (RuntimeException ex) {
			log.warn("A registration stays taken until its lease ends: {}", ex.getClass().getName());
		}
	}

	/**
	 * What a person says of themselves.
	 *
	 * @param fullName the name
	 * @param password the password
	 * @param phone a telephone number
	 * @param username a name to be known by
	 */
	public record Applicant(String fullName, String password, @Nullable String phone, @Nullable String username) {

		@Override
		public String toString() {
			return "Applicant[…]";
		}

	}

}
