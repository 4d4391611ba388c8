package io.marquee.identity.otp;

import java.time.Duration;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * How one-time codes work.
 *
 * @param key the secret under which codes are hashed and waiting mails sealed
 * (MARQUEE_OTP_KEY)
 * @param lifetime how long a code is good
 * @param coolDown how long until another code may be asked for
 * @param attempts how many guesses a code allows
 * @param sender the sender of the mails
 */
@Validated
@ConfigurationProperties("marquee.identity.otp")
record OtpSettings(@NotBlank @Size(min = 32, message = "must have at least 32 characters (MARQUEE_OTP_KEY)") String key,
		@NotNull Duration lifetime, @NotNull Duration coolDown, @Min(1) @Max(10) int attempts,
		@NotBlank String sender) {

	@Override
	public String toString() {
		return "OtpSettings[" + this.lifetime + ", " + this.coolDown + ", " + this.attempts + "]";
	}

}
