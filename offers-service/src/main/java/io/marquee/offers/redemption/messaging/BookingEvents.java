package io.marquee.offers.redemption.messaging;

import io.cloudevents.CloudEvent;
import org.jspecify.annotations.Nullable;

import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

import io.marquee.offers.redemption.FollowingBookings;
import io.marquee.platform.events.EventData;

/**
 * Hears what becomes of bookings with a coupon.
 */
@Component
class BookingEvents {

	private final FollowingBookings following;

	private final EventData data;

	BookingEvents(FollowingBookings following, EventData data) {
		this.following = following;
		this.data = data;
	}

	@KafkaListener(topics = "marquee.bookings.v1", groupId = "offers-service")
	void on(CloudEvent event) {
		if (!event.getType().startsWith("marquee.booking.")) {
			return;
		}
		Booking booking = this.data.read(event, Booking.class);
		if (booking.offerId() == null) {
			return;
		}
		String id = booking.bookingId();
		switch (event.getType()) {
			case "marquee.booking.held" -> this.following.held(id);
			case "marquee.booking.confirmed" -> this.following.confirmed(id);
			case "marquee.booking.expired", "marquee.booking.payment-failed" -> {
				if (booking.isOver()) {
					this.following.failed(id);
				}
				else {
					this.following.held(id);
				}
			}
			case "marquee.booking.released", "marquee.booking.cancelled", "marquee.booking.refunded" ->
				this.following.ended(id);
			default -> {
				// Not about the coupon.
			}
		}
	}

	/**
	 * What is read of a booking.
	 */
	record Booking(String bookingId, @Nullable String status, @Nullable String offerId, @Nullable Boolean paymentOpen) {

		/** Neither its hold nor a payment under way can still confirm it. */
		boolean isOver() {
			return ("EXPIRED".equals(this.status) || "FAILED".equals(this.status))
					&& !Boolean.TRUE.equals(this.paymentOpen);
		}

	}

}
