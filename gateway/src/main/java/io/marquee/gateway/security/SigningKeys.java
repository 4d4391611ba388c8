package io.marquee.gateway.security;

import java.text.ParseException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import io.marquee.gateway.error.RequestRefusedException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

import org.springframework.http.HttpStatus;
import org.springframework.web.reactive.function.client.WebClient;

/**
 * Keycloak's public keys, fetched when the first token arrives and kept in memory. Keys
 * once known serve while Keycloak is down, and tokens that name made-up keys cannot make
 * the gateway ask Keycloak more than once in a while.
 */
class SigningKeys {

	private static final Logger log = LoggerFactory.getLogger(SigningKeys.class);

	private static final Duration FRESH = Duration.ofMinutes(10);

	private static final Duration PAUSE = Duration.ofSeconds(5);

	private static final Duration PATIENCE = Duration.ofSeconds(2);

	private final WebClient keycloak;

	private final String address;

	private final NanoClock clock;

	private final AtomicReference<@Nullable Mono<JWKSet>> underWay = new AtomicReference<>();

	private volatile JWKSet known = new JWKSet();

	private volatile @Nullable Long fetchedAt;

	private volatile @Nullable Long triedAt;

	SigningKeys(WebClient keycloak, String address, NanoClock clock) {
		this.keycloak = keycloak;
		this.address = address;
		this.clock = clock;
	}

	/**
	 * Finds a key by its id.
	 * @param keyId the id a token names, or null
	 * @return the key; empty if there is no such key, a failure if that cannot be known
	 */
	Mono<JWK> find(@Nullable String keyId) {
		if (keyId == null) {
			return Mono.empty();
		}
		JWK key = this.known.getKeyByKeyId(keyId);
		if (key != null) {
			if (olderThan(this.fetchedAt, FRESH) && olderThan(this.triedAt, PAUSE)) {
				// Nobody waits for this: the request at hand is served with the known
				// key.
				fetch().onErrorComplete().subscribe();
			}
			return Mono.just(key);
		}
		if (!olderThan(this.triedAt, PAUSE)) {
			Mono<JWKSet> current = this.underWay.get();
			if (current != null) {
				return current.mapNotNull((keys) -> keys.getKeyByKeyId(keyId));
			}
			return (this.fetchedAt != null) ? Mono.empty() : Mono.error(unavailable());
		}
		return fetch().mapNotNull((keys) -> keys.getKeyByKeyId(keyId));
	}

	/** All who need the keys at the same moment share one call. */
	private Mono<JWKSet> fetch() {
		Mono<JWKSet> call = Mono.defer(this::call).cache();
		Mono<JWKSet> winner = this.underWay.compareAndSet(null, call) ? call : this.underWay.get();
		return (winner != null) ? winner : call;
	}

	private Mono<JWKSet> call() {
		this.triedAt = this.clock.nanos();
		return this.keycloak.get()
			.uri(this.address)
			.retrieve()
			.bodyToMono(String.class)
			.timeout(PATIENCE)
			.map(SigningKeys::parse)
			.doOnNext((keys) -> {
				this.known = keys;
				this.fetchedAt = this.clock.nanos();
			})
			.doOnError((failure) -> log.warn("No keys from {}: {}", this.address, failure.toString()))
			.onErrorMap((failure) -> unavailable())
			.doOnTerminate(() -> this.underWay.set(null));
	}

	private boolean olderThan(@Nullable Long moment, Duration age) {
		return moment == null || this.clock.nanos() - moment > age.toNanos();
	}

	private static JWKSet parse(String body) {
		try {
			return JWKSet.parse(body).toPublicJWKSet();
		}
		catch (ParseException ex) {
			throw new IllegalArgumentException("not a key set", ex);
		}
	}

	private static RequestRefusedException unavailable() {
		return new RequestRefusedException(HttpStatus.SERVICE_UNAVAILABLE, "IDENTITY_PROVIDER_UNAVAILABLE",
				"The token cannot be checked right now; try again shortly");
	}

	/** A clock that is never set back. */
	@FunctionalInterface
	interface NanoClock {

		long nanos();

	}

}
