package io.marquee.gateway.edge;

import java.time.Duration;
import java.util.List;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * What the gateway lets in and how.
 *
 * @param allowedOrigins the web sites whose pages may call the API from a browser; none
 * unless named
 * @param preflightMaxAge how long a browser may remember that it was allowed
 * @param maxBody the largest request body
 * @param maxPoster the largest request body where a movie's poster is sent
 * @param strictTransportSecurity the value of the HSTS header, or empty for none: only
 * where TLS is certain
 * @param trustedProxies addresses and networks of the proxies in front of the gateway,
 * whose {@code X-Forwarded-*} is believed; nobody's unless named
 */
@ConfigurationProperties("marquee.gateway.edge")
record EdgeSettings(@DefaultValue List<String> allowedOrigins, @DefaultValue("10m") Duration preflightMaxAge,
		@DefaultValue("1MB") DataSize maxBody, @DefaultValue("5MB") DataSize maxPoster,
		@DefaultValue("") String strictTransportSecurity, @DefaultValue List<String> trustedProxies) {

	EdgeSettings {
		// A mistake in it ends the start, where somebody reads of it.
		new TrustedProxies(trustedProxies);
	}

	TrustedProxies proxies() {
		return new TrustedProxies(this.trustedProxies);
	}

}
