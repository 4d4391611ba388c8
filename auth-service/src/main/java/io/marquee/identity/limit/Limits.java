package io.marquee.identity.limit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Supplier;

import io.marquee.platform.web.ApiException;

import org.springframework.http.HttpStatus;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;

/**
 * Counts what must not be done too often. A window begins with the first that is counted
 * and ends a fixed time later, so what a refusal says of when to try again is true.
 */
@Service
public class Limits {

	/**
	 * How many guesses of one account may be under way as long as none was wrong. More
	 * than are ever under way at Keycloak: it must not be a slow Keycloak's fault that
	 * the right password is refused.
	 */
	private static final int AT_ONCE = 512;

	private final Spendings spendings;

	private final LimitKeys keys;

	private final LimitSettings settings;

	private final Clock clock;

	Limits(Spendings spendings, LimitKeys keys, LimitSettings settings, Clock clock) {
		this.spendings = spendings;
		this.keys = keys;
		this.settings = settings;
		this.clock = clock;
	}

	/**
	 * Counts one.
	 * @param limit what is limited
	 * @param key for whom it counts; it is kept as a keyed hash only
	 * @throws ApiException 429 if there were too many
	 */
	public void spend(Limit limit, String key) {
		RateLimitHeaders.tell(allowance(limit), take(limit, key, 0), now());
	}

	/**
	 * Counts one unless it fails.
	 * @param <T> what it brings
	 * @param limit what is limited
	 * @param key for whom it counts; it is kept as a keyed hash only
	 * @param action what to do
	 * @return what it brought
	 * @throws ApiException 429 if there were too many
	 */
	public <T> T spend(Limit limit, String key, Supplier<T> action) {
		Spending spent = take(limit, key, 0);
		try {
			T done = action.get();
			RateLimitHeaders.tell(allowance(limit), spent, now());
			return done;
		}
		catch (RuntimeException ex) {
			this.spendings.giveBack(spent);
			throw ex;
		}
	}

	/**
	 * Makes a guess at a secret, of which only wrong ones count: whoever knows the secret
	 * is not limited. A guess is counted before it is made and given back if it was right
	 * or nobody could tell, so that guessing in parallel gains nothing; as long as no
	 * guess of the window was wrong, {@value #AT_ONCE} may be under way.
	 * @param <T> what a right guess brings
	 * @param limit what is limited
	 * @param key for whom it counts; it is kept as a keyed hash only
	 * @param guess the guess; a wrong one throws an {@link ApiException} with a status of
	 * 4xx, other than 429
	 * @return what it brought
	 * @throws ApiException 429 if there were too many
	 */
	public <T> T guess(Limit limit, String key, Supplier<T> guess) {
		Spending spent = take(limit, key, AT_ONCE);
		try {
			T right = guess.get();
			this.spendings.giveBack(spent);
			return right;
		}
		catch (ApiException ex) {
			if (ex.status().is4xxClientError() && ex.status() != HttpStatus.TOO_MANY_REQUESTS) {
				RateLimitHeaders.tell(allowance(limit), this.spendings.failed(spent), now());
			}
			else {
				this.spendings.giveBack(spent);
			}
			throw ex;
		}
	}

	/**
	 * Forgets what was counted, for somebody has proven who they are in another way.
	 * @param limit what is limited
	 * @param key for whom
	 */
	public void clear(Limit limit, String key) {
		this.spendings.clear(name(limit, key));
	}

	@Scheduled(initialDelayString = "PT1M", fixedDelayString = "PT1M")
	void forget() {
		this.spendings.removeEnded(now().minus(Duration.ofMinutes(1)));
	}

	private Spending take(Limit limit, String key, int atOnce) {
		Instant now = now();
		LimitSettings.Allowance allowance = allowance(limit);
		String id = name(limit, key);
		return this.spendings.spend(id, allowance.capacity(), atOnce, allowance.window(), now)
			.orElseThrow(() -> refusal(allowance, id, now));
	}

	private ApiException refusal(LimitSettings.Allowance allowance, String id, Instant now) {
		Spending full = this.spendings.find(id)
			.orElseGet(() -> new Spending(id, allowance.capacity(), 0, now.plusSeconds(1)));
		RateLimitHeaders.tellRefusal(allowance, full, now);
		Duration left = full.left(now);
		return new ApiException(HttpStatus.TOO_MANY_REQUESTS, "RATE_LIMITED",
				"Too many attempts; try again in " + left.toSeconds() + " s", List.of(), left, null);
	}

	private String name(Limit limit, String key) {
		return this.keys.nameOf(limit.name(), key);
	}

	private LimitSettings.Allowance allowance(Limit limit) {
		return this.settings.allowance(limit);
	}

	private Instant now() {
		return this.clock.instant().truncatedTo(ChronoUnit.MILLIS);
	}

}
