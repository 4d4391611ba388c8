package io.marquee.catalog.show;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * When the seats of a show are sold.
 *
 * @param opensAt from when on; at once if null
 * @param closesAt until when; as the venue's terms say if null, and never later than the
 * start
 */
public record SaleWindow(@Nullable Instant opensAt, @Nullable Instant closesAt) {

	boolean hasOpenedAt(Instant now) {
		return this.opensAt == null || !now.isBefore(this.opensAt);
	}

}
