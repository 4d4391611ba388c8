package io.marquee.gateway.routing;

import java.time.Duration;
import java.util.Map;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long a service may take.
 *
 * @param responseTimeout the time to the head of the answer, for every service not named
 * below
 * @param responseTimeouts the same by service
 */
@ConfigurationProperties("marquee.gateway.routing")
record RoutingSettings(@DefaultValue("10s") Duration responseTimeout,
		@DefaultValue Map<String, Duration> responseTimeouts) {

	Duration responseTimeoutOf(String service) {
		return this.responseTimeouts.getOrDefault(service, this.responseTimeout);
	}

}
