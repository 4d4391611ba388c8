package io.marquee.gateway.security;

import io.marquee.platform.revocation.Revocations;
import reactor.core.publisher.Mono;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.ReactiveHealthIndicator;
import org.springframework.stereotype.Component;

/**
 * Part of readiness: a gateway that does not know what was revoked before it started is
 * not ready. Once it is, it stays so.
 */
@Component("revocationsHealthIndicator")
class RevocationsHealth implements ReactiveHealthIndicator {

	private final Revocations revocations;

	RevocationsHealth(Revocations revocations) {
		this.revocations = revocations;
	}

	@Override
	public Mono<Health> health() {
		return Mono.just((this.revocations.known() ? Health.up() : Health.down()).build());
	}

}
