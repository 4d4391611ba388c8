package io.marquee.platform.feign;

import java.io.IOException;
import java.net.URI;

import feign.Capability;
import feign.Client;
import feign.Request;
import feign.Response;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;

/**
 * Puts a circuit breaker, one for each service called, around every Feign client. A
 * failure is an I/O error, a time-out or a 5xx. Public because Feign calls it by
 * reflection.
 */
public class CircuitBreaking implements Capability {

	private final CircuitBreakerRegistry breakers;

	CircuitBreaking(CircuitBreakerRegistry breakers) {
		this.breakers = breakers;
	}

	@Override
	public Client enrich(Client client) {
		return (request, options) -> guarded(client, request, options);
	}

	private Response guarded(Client client, Request request, Request.Options options) {
		String service = URI.create(request.url()).getHost();
		CircuitBreaker breaker = this.breakers.circuitBreaker(service);
		try {
			return breaker.executeCallable(() -> {
				Response response = client.execute(request, options);
				if (response.status() >= 500) {
					response.close();
					throw new IOException(service + " answered " + response.status());
				}
				return response;
			});
		}
		catch (CallNotPermittedException | IOException ex) {
			throw new DependencyUnavailableException(service, ex);
		}
		catch (RuntimeException ex) {
			throw ex;
		}
		catch (Exception ex) {
			throw new DependencyUnavailableException(service, ex);
		}
	}

}
