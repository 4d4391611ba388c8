package io.marquee.identity.secondfactor;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;

import io.marquee.identity.EmailAddress;
import io.marquee.identity.account.People;
import io.marquee.identity.account.UserView;
import io.marquee.identity.keycloak.KeycloakTokens;
import io.marquee.identity.limit.PasswordGuesses;
import io.marquee.identity.otp.OneTimeCodes;
import io.marquee.identity.otp.OtpPurpose;
import io.marquee.identity.session.EndingSessions;
import io.marquee.platform.web.ApiException;
import io.marquee.platform.web.FieldProblem;

import org.springframework.http.HttpStatus;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.stereotype.Service;

/**
 * Turns second factors on and off. With each change the person's other sessions end: they
 * were begun without what is asked for now, maybe by whoever the change is meant to keep
 * out. That comes first, so that dying half way leaves the factor as it was and the same
 * request can be sent again.
 */
@Service
public class ChangingSecondFactor {

	private final SecondFactors factors;

	private final FactorSecrets secrets;

	private final People people;

	private final OneTimeCodes codes;

	private final KeycloakTokens passwords;

	private final PasswordGuesses guesses;

	private final EndingSessions sessions;

	private final SecondFactorSettings settings;

	private final Clock clock;

	ChangingSecondFactor(SecondFactors factors, FactorSecrets secrets, People people, OneTimeCodes codes,
			KeycloakTokens passwords, PasswordGuesses guesses, EndingSessions sessions, SecondFactorSettings settings,
			Clock clock) {
		this.factors = factors;
		this.secrets = secrets;
		this.people = people;
		this.codes = codes;
		this.passwords = passwords;
		this.guesses = guesses;
		this.sessions = sessions;
		this.settings = settings;
		this.clock = clock;
	}

	/**
	 * Tells what is on.
	 * @param token of whose session
	 * @return the methods and how many recovery codes are left
	 */
	public SecondFactorView of(Jwt token) {
		return view(this.people.whoIs(token).id());
	}

	/**
	 * Mails the code that turns mailed codes on.
	 * @param token of whose session
	 * @throws ApiException 409 if they are on, 429 within the cool-down
	 */
	public void requestEmail(Jwt token) {
		UserView user = this.people.whoIs(token);
		if (this.factors.of(user.id()).email()) {
			throw alreadyOn();
		}
		this.codes.send(OtpPurpose.ENABLE_SECOND_FACTOR, new EmailAddress(user.email()));
	}

	/**
	 * Turns mailed codes on.
	 * @param token of whose session
	 * @param code the code that was mailed
	 * @return what is on now
	 * @throws ApiException 400 or 429 if the code does not do, 409 if they are on
	 */
	public SecondFactorView turnOnEmail(Jwt token, String code) {
		UserView user = this.people.whoIs(token);
		this.codes.verify(OtpPurpose.ENABLE_SECOND_FACTOR, new EmailAddress(user.email()), code);
		endOthers(user, token);
		if (!this.factors.turnOnEmail(user.id())) {
			throw alreadyOn();
		}
		return view(user.id());
	}

	/**
	 * Begins to set an authenticator app up. Nothing changes until it has proven itself.
	 * @param token of whose session
	 * @return what the app has to be told
	 * @throws ApiException 409 if there is an app
	 */
	public AppSecretView setUpApp(Jwt token) {
		UserView user = this.people.whoIs(token);
		String secret = Totp.secret();
		if (!this.factors.setUp(user.id(),
				new SecondFactor.PendingApp(this.secrets.seal(user.id(), secret), now().plus(this.settings.setUp())))) {
			throw alreadyOn();
		}
		return AppSecretView.of(secret, Totp.uri(this.settings.issuer(), user.email(), secret), this.settings.setUp());
	}

	/**
	 * Turns the app on that is being set up.
	 * @param token of whose session
	 * @param code the code that the app shows; it is used up by this
	 * @return the recovery codes, which cannot be shown again
	 * @throws ApiException 400 if the code is not the app's, 409 if no app is being set
	 * up
	 */
	public RecoveryCodesView turnOnApp(Jwt token, String code) {
		UserView user = this.people.whoIs(token);
		SecondFactor factor = this.factors.of(user.id());
		SecondFactor.PendingApp app = factor.pending();
		if (factor.totp() != null) {
			throw alreadyOn();
		}
		if (app == null || !app.expiresAt().isAfter(now())) {
			throw new ApiException(HttpStatus.CONFLICT, "SECOND_FACTOR_NOT_SET_UP",
					"No authenticator app is being set up; begin with totp/setup");
		}
		OptionalLong step = Totp.stepOf(this.secrets.open(user.id(), app.secret()), code, now(), -1);
		if (step.isEmpty()) {
			throw new ApiException(HttpStatus.BAD_REQUEST, "OTP_INVALID",
					"The app shows another code; is the clock of its device right?",
					List.of(new FieldProblem("otp", "is not valid")));
		}
		endOthers(user, token);
		List<RecoveryCode> recoveryCodes = RecoveryCode.set();
		if (!this.factors.turnOnApp(user.id(), app, step.getAsLong(), this.secrets.hashes(user.id(), recoveryCodes))) {
			throw alreadyOn();
		}
		return new RecoveryCodesView(this.factors.of(user.id()).methods(),
				recoveryCodes.stream().map(RecoveryCode::readable).toList());
	}

	/**
	 * Turns everything off.
	 * @param token of whose session
	 * @param password the account's password
	 * @return what is on now
	 * @throws ApiException 401 if the password is wrong, 429 after too many wrong ones,
	 * 409 if nothing is on
	 */
	public SecondFactorView turnOff(Jwt token, String password) {
		UserView user = this.people.whoIs(token);
		if (this.factors.of(user.id()).methods().isEmpty()) {
			throw new ApiException(HttpStatus.CONFLICT, "SECOND_FACTOR_NOT_SET_UP", "No second factor is on");
		}
		this.guesses.guess(new EmailAddress(user.email()), (address) -> this.passwords.check(address, password));
		endOthers(user, token);
		this.factors.forget(user.id());
		return view(user.id());
	}

	private void endOthers(UserView user, Jwt token) {
		this.sessions.endOthers(user.id(), Objects.requireNonNullElse(token.getClaimAsString("sid"), ""));
	}

	private SecondFactorView view(String userId) {
		return SecondFactorView.of(this.factors.of(userId));
	}

	private static ApiException alreadyOn() {
		return new ApiException(HttpStatus.CONFLICT, "SECOND_FACTOR_ALREADY_ON",
				"This second factor is on already; turn it off first");
	}

	private Instant now() {
		return this.clock.instant().truncatedTo(ChronoUnit.MILLIS);
	}

}
