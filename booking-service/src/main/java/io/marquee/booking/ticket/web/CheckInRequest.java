package io.marquee.booking.ticket.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * Body of {@code POST /admin/check-in}.
 *
 * @param code what was scanned, or the booking code as typed
 * @param nonce fresh for each scan, the same when it is sent again
 * @param showId the show behind this door, if it is one show's only
 */
record CheckInRequest(@NotBlank @Size(max = 2000) String code, @NotBlank @Size(max = 100) String nonce,
		@Nullable @Size(max = 100) String showId) {

	/** The code opens doors and stays out of logs. */
	@Override
	public String toString() {
		return "CheckInRequest[" + this.showId + "]";
	}

}
