package io.marquee.gateway.cache;

import java.time.Duration;
import java.util.Map;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.Assert;
import org.springframework.util.unit.DataSize;

/**
 * What is kept of the catalogue's public pages.
 *
 * @param enabled whether anything is
 * @param follow whether the catalogue's events are read; without, nothing is kept for
 * more than a second
 * @param size the most that all pages may take together; an eighth of the heap if that is
 * less
 * @param largest the largest body that is kept
 * @param keep how long a page is taken for true that no event has touched; pages of shows
 * and pages of what has just changed are kept for a second
 * @param staleIfError how much longer such a page, shows excepted, is held to be shown
 * while the catalogue fails
 * @param kafka settings of the Kafka consumer by their Kafka names
 */
@ConfigurationProperties("marquee.gateway.cache")
record CacheSettings(@DefaultValue("true") boolean enabled, @DefaultValue("true") boolean follow,
		@DefaultValue("64MB") DataSize size, @DefaultValue("512KB") DataSize largest,
		@DefaultValue("60s") Duration keep, @DefaultValue("5m") Duration staleIfError,
		@DefaultValue Map<String, String> kafka) {

	private static final int SHARE_OF_HEAP = 8;

	CacheSettings {
		Assert.isTrue(keep.isPositive(), "marquee.gateway.cache.keep must be positive");
		Assert.isTrue(!staleIfError.isNegative(), "marquee.gateway.cache.stale-if-error must not be negative");
	}

	/** In bytes. */
	long most() {
		return Math.min(this.size.toBytes(), Runtime.getRuntime().maxMemory() / SHARE_OF_HEAP);
	}

	Duration held() {
		return this.keep.plus(this.staleIfError);
	}

}
