package io.marquee.identity.keycloak;

import java.net.http.HttpClient;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;

import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.bulkhead.BulkheadConfig;
import io.github.resilience4j.bulkhead.BulkheadFullException;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.marquee.platform.web.ApiException;
import io.micrometer.common.KeyValue;

import org.springframework.boot.http.client.ClientHttpRequestFactoryBuilder;
import org.springframework.boot.http.client.HttpClientSettings;
import org.springframework.http.HttpStatus;
import org.springframework.http.client.ClientHttpRequest;
import org.springframework.http.client.observation.ClientHttpObservationDocumentation;
import org.springframework.http.client.observation.ClientRequestObservationContext;
import org.springframework.http.client.observation.DefaultClientRequestObservationConvention;
import org.springframework.stereotype.Component;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/**
 * Every call to Keycloak goes through here: time-outs, a number of places so that a slow
 * Keycloak is not buried, and a circuit breaker so that one that is down costs a caller
 * no waiting.
 */
@Component
class KeycloakHttp {

	private static final Duration TRY_AGAIN_AFTER = Duration.ofSeconds(5);

	/**
	 * As many as Keycloak can answer within the time-out; more would only wait in line.
	 */
	private static final int AT_ONCE = 64;

	private final RestClient http;

	private final CircuitBreaker breaker = CircuitBreaker.of("keycloak",
			CircuitBreakerConfig.custom()
				.slidingWindowSize(20)
				.minimumNumberOfCalls(5)
				.failureRateThreshold(50)
				.waitDurationInOpenState(TRY_AGAIN_AFTER)
				.permittedNumberOfCallsInHalfOpenState(2)
				// A refusal is an answer: only a Keycloak that gives none counts.
				.ignoreExceptions(HttpClientErrorException.class)
				.build());

	private final Bulkhead places = Bulkhead.of("keycloak",
			BulkheadConfig.custom().maxConcurrentCalls(AT_ONCE).maxWaitDuration(Duration.ZERO).build());

	KeycloakHttp(KeycloakSettings settings, RestClient.Builder builder) {
		this.http = builder.baseUrl(settings.url().toString())
			.requestFactory(ClientHttpRequestFactoryBuilder.jdk()
				.withHttpClientCustomizer((client) -> client.version(HttpClient.Version.HTTP_1_1))
				.build(HttpClientSettings.defaults()
					.withConnectTimeout(settings.connectTimeout())
					.withReadTimeout(settings.readTimeout())))
			.observationConvention(new WithoutQuery())
			.build();
	}

	/**
	 * Makes a call.
	 * @param <T> what it brings
	 * @param call the call
	 * @return what it brought
	 * @throws HttpClientErrorException if Keycloak refuses (4xx)
	 * @throws ApiException 503 if it does not answer
	 */
	<T> T call(Function<RestClient, T> call) {
		try {
			return this.places.executeSupplier(() -> this.breaker.executeSupplier(() -> call.apply(this.http)));
		}
		catch (HttpClientErrorException ex) {
			throw ex;
		}
		catch (BulkheadFullException | CallNotPermittedException | RestClientException ex) {
			throw unavailable(ex);
		}
	}

	static ApiException unavailable(Exception cause) {
		return new ApiException(HttpStatus.SERVICE_UNAVAILABLE, "IDENTITY_PROVIDER_UNAVAILABLE",
				"Signing in and up is not possible right now; please try again shortly", List.of(), TRY_AGAIN_AFTER,
				cause);
	}

	/** Keeps what is asked for, such as an address, out of traces. */
	private static final class WithoutQuery extends DefaultClientRequestObservationConvention {

		@Override
		protected KeyValue requestUri(ClientRequestObservationContext context) {
			ClientHttpRequest request = context.getCarrier();
			return KeyValue.of(ClientHttpObservationDocumentation.HighCardinalityKeyNames.HTTP_URL,
					(request != null) ? request.getURI().getPath() : KeyValue.NONE_VALUE);
		}

	}

}
