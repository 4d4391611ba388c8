package io.marquee.platform.events;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How events are sent, and how often a consumer tries.
 *
 * @param partitions partitions of a topic this service creates
 * @param acknowledgement how long the relay waits for Kafka before it tries later
 * @param settle how old an entry must be before the sweep takes it for left behind
 * @param sweepInterval time between sweeps
 * @param attempts how often a consumer tries a message before it goes to the dead-letter
 * topic
 * @param firstRetry the wait before the second attempt; it doubles from there
 */
@ConfigurationProperties("marquee.events")
record EventSettings(@DefaultValue("3") int partitions, @DefaultValue("10s") Duration acknowledgement,
		@DefaultValue("2s") Duration settle, @DefaultValue("1s") Duration sweepInterval,
		@DefaultValue("6") int attempts, @DefaultValue("250ms") Duration firstRetry) {

}
