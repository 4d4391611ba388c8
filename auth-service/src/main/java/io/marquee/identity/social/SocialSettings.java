package io.marquee.identity.social;

import java.net.URI;
import java.time.Duration;
import java.util.Map;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * How people log in by way of others.
 *
 * @param publicUrl where the world reaches the gateway (MARQUEE_PUBLIC_URL), without a
 * slash at the end
 * @param enabled which providers the realm is set up for
 * @param lifetime how long a log-in may take
 * @param key the secret under which a log-in under way is sealed (MARQUEE_OTP_KEY)
 */
@Validated
@ConfigurationProperties("marquee.identity.social")
record SocialSettings(@NotNull URI publicUrl, @NotNull Map<Provider, Boolean> enabled, @NotNull Duration lifetime,
		@NotBlank @Size(min = 32) String key) {

	boolean isEnabled(Provider provider) {
		return this.enabled.getOrDefault(provider, false);
	}

	URI callback(Provider provider) {
		return URI.create(this.publicUrl + provider.callbackPath());
	}

	boolean isSecure() {
		return "https".equals(this.publicUrl.getScheme());
	}

	@Override
	public String toString() {
		return "SocialSettings[" + this.publicUrl + ", " + this.enabled + "]";
	}

}
