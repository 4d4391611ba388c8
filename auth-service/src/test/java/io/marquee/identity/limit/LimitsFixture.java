package io.marquee.identity.limit;

import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;

import org.springframework.data.mongodb.core.MongoOperations;

/**
 * Limits as they are configured.
 */
public final class LimitsFixture {

	private LimitsFixture() {
	}

	/**
	 * The limits of one replica.
	 * @param mongo what all replicas share
	 * @param clock the time
	 * @return the limits
	 */
	public static Limits on(MongoOperations mongo, Clock clock) {
		LimitSettings settings = settings();
		return new Limits(new Spendings(mongo), new LimitKeys(settings), settings, clock);
	}

	static FamiliarClients familiarClients(MongoOperations mongo, Clock clock) {
		LimitSettings settings = settings();
		return new FamiliarClients(mongo, new LimitKeys(settings), settings, clock);
	}

	static LimitSettings settings() {
		Map<Limit, LimitSettings.Allowance> allowances = new EnumMap<>(Limit.class);
		Arrays.stream(Limit.values())
			.forEach((limit) -> allowances.put(limit, new LimitSettings.Allowance(10, Duration.ofMinutes(5))));
		allowances.put(Limit.WRONG_PASSWORD_ANYWHERE, new LimitSettings.Allowance(30, Duration.ofHours(1)));
		allowances.put(Limit.OTP_SEND, new LimitSettings.Allowance(20, Duration.ofHours(1)));
		return new LimitSettings("a key for tests, 32 characters or more", Duration.ofDays(30), Duration.ofMillis(500),
				allowances);
	}

}
