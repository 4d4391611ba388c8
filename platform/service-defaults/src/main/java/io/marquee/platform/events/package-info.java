/** CloudEvents over Kafka: outbox relay, consumers, dead letters. */
@org.jspecify.annotations.NullMarked
package io.marquee.platform.events;
