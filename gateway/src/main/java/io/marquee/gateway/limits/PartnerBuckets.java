package io.marquee.gateway.limits;

import java.time.Duration;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;

/**
 * Counts what each partner asks of this replica. A minute's worth may come at once; from
 * then on it grows back evenly.
 */
class PartnerBuckets {

	private static final Duration MINUTE = Duration.ofMinutes(1);

	/** Only clients that Keycloak knows get here, so that this is never reached. */
	private static final int MOST_CLIENTS = 10_000;

	private final LoadingCache<Key, Bucket> buckets;

	PartnerBuckets(TimeMeter time) {
		// A bucket nobody has used for a minute is full: nothing is lost with it.
		this.buckets = Caffeine.newBuilder()
			.maximumSize(MOST_CLIENTS)
			.expireAfterAccess(MINUTE.multipliedBy(2))
			.build((key) -> Bucket.builder()
				.withCustomTimePrecision(time)
				.addLimit((limit) -> limit.capacity(key.perMinute()).refillGreedy(key.perMinute(), MINUTE))
				.build());
	}

	/**
	 * Takes one request off what is left.
	 * @param client the client
	 * @param perMinute how many it may send in a minute; a client whose limit changes
	 * starts anew
	 * @return whether there was one left, and how many are
	 */
	ConsumptionProbe take(String client, int perMinute) {
		return this.buckets.get(new Key(client, perMinute)).tryConsumeAndReturnRemaining(1);
	}

	private record Key(String client, int perMinute) {

	}

}
