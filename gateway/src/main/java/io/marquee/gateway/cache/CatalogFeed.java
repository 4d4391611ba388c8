package io.marquee.gateway.cache;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;

import io.marquee.platform.feed.TopicFeed;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/**
 * Hears of every change to the catalogue. What an event says does not matter, only that
 * it came.
 */
class CatalogFeed extends TopicFeed {

	private static final String TOPIC = "marquee.catalog.v1";

	/** Well below the time after which {@link Freshness} trusts nothing any more. */
	private static final Duration LOOK_AGAIN = Duration.ofSeconds(1);

	private final Freshness freshness;

	private final CacheMeters meters;

	CatalogFeed(Map<String, String> kafka, Freshness freshness, CacheMeters meters) {
		super("catalog-feed", TOPIC, Duration.ZERO, LOOK_AGAIN, kafka, Clock.systemUTC());
		this.freshness = freshness;
		this.meters = meters;
	}

	/** What came before is not told: any page may be untrue. */
	@Override
	protected void begun() {
		touchedBy(null);
	}

	@Override
	protected void heard() {
		this.freshness.heard();
	}

	@Override
	protected void read(ConsumerRecord<String, byte[]> message) {
		Header type = message.headers().lastHeader("ce_type");
		touchedBy((type != null) ? new String(type.value(), StandardCharsets.UTF_8) : null);
	}

	private void touchedBy(@Nullable String type) {
		for (Area area : Area.touchedBy(type)) {
			this.freshness.touch(area);
			this.meters.invalidated(area);
		}
	}

}
