package io.marquee.gateway.cache;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

import com.github.benmanes.caffeine.cache.Cache;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;

/**
 * What an operator sees of the cache.
 */
class CacheMeters {

	private final Map<Served, Counter> served = new EnumMap<>(Served.class);

	private final Map<Area, Counter> invalidated = new EnumMap<>(Area.class);

	private final Counter passed;

	CacheMeters(MeterRegistry meters, Cache<String, Page> pages) {
		for (Served one : Served.values()) {
			this.served.put(one, requests(meters, name(one)));
		}
		this.passed = requests(meters, "passed");
		for (Area area : Area.values()) {
			this.invalidated.put(area,
					Counter.builder("marquee.gateway.cache.invalidations")
						.description("Events that made the pages of an area untrue")
						.baseUnit("events")
						.tag("area", name(area))
						.register(meters));
		}
		Gauge
			.builder("marquee.gateway.cache.size", pages,
					(all) -> all.policy().eviction().orElseThrow().weightedSize().orElse(0))
			.description("What the kept pages take")
			.baseUnit("bytes")
			.register(meters);
	}

	void served(Served how) {
		Objects.requireNonNull(this.served.get(how)).increment();
	}

	/** An answer that is not kept has gone through. */
	void passed() {
		this.passed.increment();
	}

	void invalidated(Area area) {
		Objects.requireNonNull(this.invalidated.get(area)).increment();
	}

	private static Counter requests(MeterRegistry meters, String result) {
		return Counter.builder("marquee.gateway.cache.requests")
			.description("Requests for public pages of the catalogue")
			.baseUnit("requests")
			.tag("result", result)
			.register(meters);
	}

	private static String name(Enum<?> value) {
		return value.name().toLowerCase(Locale.ROOT);
	}

}
