package io.marquee.gateway.cache;

import java.time.Duration;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import com.github.benmanes.caffeine.cache.Ticker;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;

import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;

/**
 * The cache and its two places: before all checks of tokens for who has none, behind them
 * for who has one.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnBooleanProperty(name = "marquee.gateway.cache.enabled", matchIfMissing = true)
class CacheConfiguration {

	/** Spring Security's filter is at -100. */
	private static final int BEHIND_SECURITY = -90;

	@Bean
	Freshness freshness(CacheSettings settings) {
		return new Freshness(settings.keep(), Ticker.systemTicker());
	}

	@Bean
	Cache<String, Page> pages(CacheSettings settings) {
		return Caffeine.newBuilder()
			.maximumWeight(settings.most())
			.weigher((String key, Page page) -> page.weight(key))
			.expireAfter(Expiry.writing((String key, Page page) -> page.area() == Area.SHOWS && !page.immutable()
					? Duration.ofNanos(page.lifetime()) : settings.held()))
			.build();
	}

	@Bean
	CacheMeters cacheMeters(MeterRegistry meters, Cache<String, Page> pages) {
		return new CacheMeters(meters, pages);
	}

	@Bean
	ResponseCache responseCache(CacheSettings settings, Cache<String, Page> pages, Freshness freshness,
			CacheMeters meters) {
		return new ResponseCache(pages, freshness, meters, settings.largest().toBytes());
	}

	@Bean
	@ConditionalOnBooleanProperty(name = "marquee.gateway.cache.follow", matchIfMissing = true)
	CatalogFeed catalogFeed(CacheSettings settings, Freshness freshness, CacheMeters meters) {
		return new CatalogFeed(settings.kafka(), freshness, meters);
	}

	@Bean
	@ConditionalOnBooleanProperty(name = "marquee.gateway.cache.follow", matchIfMissing = true)
	MeterBinder feedMeters(CatalogFeed feed) {
		return (meters) -> Gauge.builder("marquee.gateway.cache.feed.age", feed, (it) -> it.silence() / 1000.0)
			.description("Time since Kafka last answered the reader of the catalogue's events")
			.baseUnit("seconds")
			.register(meters);
	}

	/** Behind headers, origins and sizes, which each request has of its own. */
	@Bean
	@Order(Ordered.HIGHEST_PRECEDENCE + 40)
	WebFilter cacheForAnybody(ResponseCache cache) {
		return (exchange, chain) -> hasToken(exchange) ? chain.filter(exchange) : cache.serve(exchange, chain);
	}

	/** A bad token is refused before. */
	@Bean
	@Order(BEHIND_SECURITY)
	WebFilter cacheForTheSignedIn(ResponseCache cache) {
		return (exchange, chain) -> hasToken(exchange) ? cache.serve(exchange, chain) : chain.filter(exchange);
	}

	/** Behind security: who may not write must not be able to keep the cache empty. */
	@Bean
	@Order(BEHIND_SECURITY)
	WebFilter ownWrites(Freshness freshness) {
		return new OwnWrites(freshness);
	}

	private static boolean hasToken(ServerWebExchange exchange) {
		return exchange.getRequest().getHeaders().containsHeader(HttpHeaders.AUTHORIZATION);
	}

}
