package io.marquee.identity.secondfactor;

import java.time.Clock;
import java.util.List;
import java.util.OptionalLong;
import java.util.regex.Pattern;

import io.marquee.identity.EmailAddress;
import io.marquee.identity.limit.Limit;
import io.marquee.identity.limit.Limits;
import io.marquee.identity.otp.OneTimeCodes;
import io.marquee.identity.otp.OtpPurpose;
import io.marquee.platform.web.ApiException;
import io.marquee.platform.web.FieldProblem;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;

/**
 * Proves a second factor at a log-in.
 */
@Service
public class ProvingSecondFactor {

	private static final Pattern SIX_DIGITS = Pattern.compile("\\d{6}");

	private final SecondFactors factors;

	private final FactorSecrets secrets;

	private final OneTimeCodes codes;

	private final Limits limits;

	private final Clock clock;

	ProvingSecondFactor(SecondFactors factors, FactorSecrets secrets, OneTimeCodes codes, Limits limits, Clock clock) {
		this.factors = factors;
		this.secrets = secrets;
		this.codes = codes;
		this.limits = limits;
		this.clock = clock;
	}

	/**
	 * Tells what somebody's log-ins have to be proven with.
	 * @param userId whose
	 * @return any of these; none if the password is enough
	 */
	public List<SecondFactorMethod> methodsOf(String userId) {
		return this.factors.of(userId).methods();
	}

	/**
	 * Mails a code that proves one log-in and no other.
	 * @param userId whose log-in
	 * @param address their address
	 * @param logIn names the log-in
	 * @throws ApiException 409 if this person has no codes mailed, 429 if one was mailed
	 * less than the cool-down ago, for whichever log-in
	 */
	public void sendCode(String userId, EmailAddress address, String logIn) {
		if (!methodsOf(userId).contains(SecondFactorMethod.EMAIL)) {
			throw new ApiException(HttpStatus.CONFLICT, "SECOND_FACTOR_NOT_SET_UP",
					"No codes are mailed for this account; use one of the methods that the log-in has named");
		}
		this.codes.send(OtpPurpose.SECOND_FACTOR, address, logIn);
	}

	/**
	 * Checks a code of whichever method and uses it up.
	 * @param userId whose log-in
	 * @param address their address
	 * @param logIn names the log-in
	 * @param typed the code as typed
	 * @throws ApiException 400 if it proves nothing, 429 if this account was guessed at
	 * too often
	 */
	public void prove(String userId, EmailAddress address, String logIn, String typed) {
		SecondFactor factor = this.factors.of(userId);
		if (factor.methods().isEmpty()) {
			throw invalid();
		}
		// Who has the password can begin as many log-ins as they like.
		this.limits.spend(Limit.SECOND_FACTOR, userId);
		if (!isRight(factor, address, logIn, typed)) {
			throw invalid();
		}
		this.limits.clear(Limit.SECOND_FACTOR, userId);
	}

	private boolean isRight(SecondFactor factor, EmailAddress address, String logIn, String typed) {
		String code = typed.replaceAll("[\\s-]", "");
		if (!SIX_DIGITS.matcher(code).matches()) {
			return this.factors.useRecoveryCode(factor.id(),
					this.secrets.hashesToLookFor(factor.id(), RecoveryCode.typed(code)));
		}
		if (factor.totp() != null && isOfApp(factor.id(), factor.totp(), code)) {
			return true;
		}
		if (factor.email()) {
			this.codes.verify(OtpPurpose.SECOND_FACTOR, address, logIn, code);
			return true;
		}
		return false;
	}

	private boolean isOfApp(String userId, SecondFactor.App app, String code) {
		String secret = this.secrets.open(userId, app.secret());
		OptionalLong step = Totp.stepOf(secret, code, this.clock.instant(), app.lastStep());
		return step.isPresent() && this.factors.useStep(userId, app, step.getAsLong(),
				this.secrets.renewed(userId, app.secret(), secret));
	}

	private static ApiException invalid() {
		return new ApiException(HttpStatus.BAD_REQUEST, "OTP_INVALID", "The code is not valid for this log-in",
				List.of(new FieldProblem("otp", "is not valid")));
	}

}
