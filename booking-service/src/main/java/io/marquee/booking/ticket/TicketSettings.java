package io.marquee.booking.ticket;

import java.time.Duration;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How tickets are signed and when they admit.
 *
 * @param keys see {@link TicketKeys}
 * @param admissionOpens how long before a show its tickets begin to admit
 */
@Validated
@ConfigurationProperties("marquee.tickets")
record TicketSettings(@Nullable String keys, @NotNull @DefaultValue("2h") Duration admissionOpens) {

	/** A check of its own, as a failed one on the keys would print them. */
	@AssertTrue(message = "the environment variable MARQUEE_TICKET_KEYS is not set, "
			+ "or not kid:secret[,kid:secret] with Base64 secrets of at least 32 bytes")
	boolean isSigningPossible() {
		return this.keys != null && TicketKeys.parse(this.keys).isPresent();
	}

	TicketKeys ticketKeys() {
		return TicketKeys.parse((this.keys != null) ? this.keys : "").orElseThrow();
	}

	/** Keys stay out of logs. */
	@Override
	public String toString() {
		return "TicketSettings[" + this.admissionOpens + "]";
	}

}
