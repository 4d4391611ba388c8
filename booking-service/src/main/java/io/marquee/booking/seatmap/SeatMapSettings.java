package io.marquee.booking.seatmap;

import java.time.Duration;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How live the seat map is.
 *
 * @param maxSubscribers how many may watch at once on this replica
 * @param burst what happens within this time of a reading is read together
 * @param refresh when a watched show is read though nothing was heard of it
 * @param heartbeat when something is sent though nothing changed
 */
@Validated
@ConfigurationProperties("marquee.booking.seat-map")
record SeatMapSettings(@PositiveOrZero @DefaultValue("2000") int maxSubscribers,
		@NotNull @DefaultValue("100ms") Duration burst, @NotNull @DefaultValue("5s") Duration refresh,
		@NotNull @DefaultValue("15s") Duration heartbeat) {
}
