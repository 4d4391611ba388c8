package io.marquee.identity.otp;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;

import io.marquee.identity.EmailAddress;
import io.marquee.identity.limit.Limit;
import io.marquee.identity.limit.Limits;
import io.marquee.platform.web.ApiException;
import io.marquee.platform.web.FieldProblem;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;

/**
 * Proves addresses: a code goes out by mail and comes back.
 */
@Service
public class OneTimeCodes {

	private final Otps otps;

	private final OtpSecrets secrets;

	private final OtpMails mails;

	private final OtpSettings settings;

	private final Limits limits;

	private final Clock clock;

	OneTimeCodes(Otps otps, OtpSecrets secrets, OtpMails mails, OtpSettings settings, Limits limits, Clock clock) {
		this.otps = otps;
		this.secrets = secrets;
		this.mails = mails;
		this.settings = settings;
		this.limits = limits;
		this.clock = clock;
	}

	/**
	 * Issues a code and has it mailed. Nothing here knows or asks whether the address has
	 * an account, so neither answer nor timing can tell.
	 * @param purpose what the code is for
	 * @param address where to
	 * @throws ApiException 429 if the last code went out less than the cool-down ago, or
	 * too many were sent
	 */
	public void send(OtpPurpose purpose, EmailAddress address) {
		send(purpose, address, null);
	}

	/**
	 * Issues a code that is good for one thing only. The cool-down is the address's all
	 * the same, and the code takes the place of the one before.
	 * @param purpose what the code is for
	 * @param address where to
	 * @param boundTo the thing, such as a log-in
	 * @throws ApiException 429 if the last code went out less than the cool-down ago
	 */
	public void send(OtpPurpose purpose, EmailAddress address, @Nullable String boundTo) {
		Instant now = now();
		String id = this.secrets.nameOf(purpose, address.value());
		String issue = this.secrets.issue();
		String code = this.secrets.code();
		Otp fresh = new Otp(id, issue, this.secrets.hash(id, issue, code), now, now.plus(this.settings.lifetime()), 0,
				false, boundTo, Otp.WaitingMail.of(this.secrets.seal(code + address.value(), id), now));
		this.limits.spend(Limit.OTP_SEND, id, () -> {
			if (!this.otps.issue(fresh, now.minus(this.settings.coolDown()))) {
				Duration left = untilAnother(id, now);
				throw new ApiException(HttpStatus.TOO_MANY_REQUESTS, "OTP_COOL_DOWN",
						"A code was sent a moment ago; another can be sent in " + left.toSeconds() + " s", List.of(),
						left, null);
			}
			return fresh;
		});
		this.mails.sendSoon(id);
	}

	/**
	 * Checks a code and uses it up.
	 * @param purpose what it was sent for
	 * @param address the address to prove
	 * @param code the code as typed
	 * @throws ApiException if it does not prove the address
	 */
	public void verify(OtpPurpose purpose, EmailAddress address, String code) {
		verify(purpose, address, null, code);
	}

	/**
	 * Checks a code that is good for one thing only, and uses it up.
	 * @param purpose what it was sent for
	 * @param address the address to prove
	 * @param boundTo the thing
	 * @param code the code as typed
	 * @throws ApiException if it does not prove the address, or was sent for another
	 * thing
	 */
	public void verify(OtpPurpose purpose, EmailAddress address, @Nullable String boundTo, String code) {
		use(purpose, address, boundTo, code);
	}

	/**
	 * Checks a code and uses it up for a deed. It is used up before, so that of several
	 * at the same time one is done, and good again if the deed fails.
	 * @param purpose what it was sent for
	 * @param address the address to prove
	 * @param code the code as typed
	 * @param deed what the code allows
	 * @throws ApiException if the code does not prove the address, or whatever the deed
	 * throws
	 */
	public void redeem(OtpPurpose purpose, EmailAddress address, String code, Runnable deed) {
		Otp otp = use(purpose, address, null, code);
		try {
			deed.run();
		}
		catch (RuntimeException ex) {
			this.otps.giveBack(otp);
			throw ex;
		}
	}

	private Otp use(OtpPurpose purpose, EmailAddress address, @Nullable String boundTo, String code) {
		Instant now = now();
		String id = this.secrets.nameOf(purpose, address.value());
		Otp otp = this.otps.countAttempt(id, boundTo, this.settings.attempts(), now)
			.orElseThrow(() -> refusal(id, boundTo, now));
		return this.limits.guess(Limit.WRONG_OTP, id, () -> {
			if (!this.secrets.matches(otp.hash(), id, otp.issue(), code) || !this.otps.use(otp)) {
				throw invalid();
			}
			return otp;
		});
	}

	private ApiException refusal(String id, @Nullable String boundTo, Instant now) {
		Otp otp = this.otps.find(id);
		if (otp == null || otp.used() || !Objects.equals(otp.boundTo(), boundTo)) {
			return invalid();
		}
		if (!otp.expiresAt().isAfter(now)) {
			return new ApiException(HttpStatus.BAD_REQUEST, "OTP_EXPIRED", "The code has expired; ask for a new one",
					List.of(new FieldProblem("otp", "has expired")));
		}
		return new ApiException(HttpStatus.TOO_MANY_REQUESTS, "OTP_TOO_MANY_ATTEMPTS",
				"Too many wrong codes; ask for a new one", List.of(), untilAnother(id, now), null);
	}

	/**
	 * Says that a code is not good, and nothing more.
	 * @return the failure
	 */
	public static ApiException invalid() {
		return new ApiException(HttpStatus.BAD_REQUEST, "OTP_INVALID", "The code is not valid for this address",
				List.of(new FieldProblem("otp", "is not valid")));
	}

	private Duration untilAnother(String id, Instant now) {
		Otp last = this.otps.find(id);
		Duration left = (last != null) ? last.untilAnother(now, this.settings.coolDown()) : Duration.ZERO;
		return left.plusMillis(999).truncatedTo(ChronoUnit.SECONDS);
	}

	private Instant now() {
		return this.clock.instant().truncatedTo(ChronoUnit.MILLIS);
	}

}
