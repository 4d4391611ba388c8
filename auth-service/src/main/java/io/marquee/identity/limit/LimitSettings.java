package io.marquee.identity.limit;

import java.time.Duration;
import java.util.EnumSet;
import java.util.Map;

import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * How often is too often.
 *
 * @param key the secret under which accounts and clients are hashed (MARQUEE_OTP_KEY, of
 * which a key of its own is derived)
 * @param familiar how long a client stays familiar to an account after it was signed in
 * to from there
 * @param failureTick failed log-ins are answered at multiples of this time
 * @param of the allowance for each limit
 */
@Validated
@ConfigurationProperties("marquee.identity.limits")
record LimitSettings(@NotBlank String key, @NotNull Duration familiar, @NotNull Duration failureTick,
		@NotNull Map<Limit, @Valid Allowance> of) {

	@AssertTrue(message = "must name an allowance for each limit")
	boolean isComplete() {
		return this.of.keySet().containsAll(EnumSet.allOf(Limit.class));
	}

	Allowance allowance(Limit limit) {
		Allowance allowance = this.of.get(limit);
		if (allowance == null) {
			throw new IllegalStateException("No allowance for " + limit);
		}
		return allowance;
	}

	@Override
	public String toString() {
		return "LimitSettings[" + this.of + "]";
	}

	/**
	 * So many in so much time.
	 *
	 * @param capacity how many, 1 or more
	 * @param window in how much time; it begins with the first
	 */
	record Allowance(@Min(1) int capacity, @NotNull Duration window) {

	}

}
