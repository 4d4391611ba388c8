package io.marquee.booking.payment;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.bulkhead.BulkheadConfig;
import io.github.resilience4j.bulkhead.BulkheadFullException;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.marquee.platform.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Primary;
import org.springframework.stereotype.Component;

/**
 * Keeps a slow or dead provider from holding up the rest. Charges, which customers wait
 * for, have a number of places; the reconciler has its own and takes none of these. When
 * most calls fail, none is made for a while, so that due bookings are not all waited for
 * one time-out after the other.
 */
@Component
@Primary
class BoundedProvider implements PaymentProvider {

	private static final String NAME = "payment-provider";

	private final PaymentProvider provider;

	private final Bulkhead places;

	private final CircuitBreaker breaker;

	BoundedProvider(PaymentSettings settings, PaymentProvider provider, CircuitBreakerRegistry breakers) {
		this.provider = provider;
		this.places = Bulkhead.of(NAME,
				BulkheadConfig.custom()
					.maxConcurrentCalls(settings.atOnce())
					.maxWaitDuration(settings.patience())
					.build());
		this.breaker = breakers.circuitBreaker(NAME,
				CircuitBreakerConfig.custom()
					.slidingWindowSize(50)
					.minimumNumberOfCalls(20)
					.failureRateThreshold(75)
					.waitDurationInOpenState(Duration.ofSeconds(5))
					.recordExceptions(PaymentNotSentException.class, PaymentUnclearException.class)
					.build());
	}

	@Override
	public Charge charge(String key, String reference, Money amount, PaymentMethod method) {
		try {
			return this.places.executeSupplier(
					() -> this.breaker.executeSupplier(() -> this.provider.charge(key, reference, amount, method)));
		}
		catch (BulkheadFullException | CallNotPermittedException ex) {
			throw new PaymentNotSentException(ex);
		}
	}

	@Override
	public Optional<Charge> find(String key, String reference, Instant from, Instant to) {
		return asked(() -> this.provider.find(key, reference, from, to));
	}

	@Override
	public String refund(String key, String chargeId, Money amount) {
		return asked(() -> this.provider.refund(key, chargeId, amount));
	}

	@Override
	public TakenCharge.Page charges(Instant from, Instant to, @Nullable String cursor) {
		return asked(() -> this.provider.charges(from, to, cursor));
	}

	private <T> T asked(Supplier<T> question) {
		try {
			return this.breaker.executeSupplier(question);
		}
		catch (CallNotPermittedException ex) {
			throw new PaymentUnclearException(ex);
		}
	}

}
