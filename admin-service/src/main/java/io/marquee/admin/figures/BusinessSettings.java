package io.marquee.admin.figures;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When the house's day ends and what it reckons in.
 *
 * @param zone the zone whose midnight ends a business day
 * @param currency the currency of its revenue
 */
@ConfigurationProperties("marquee.business")
public record BusinessSettings(@DefaultValue("Asia/Kolkata") ZoneId zone, @DefaultValue("INR") String currency) {

	/**
	 * The business day of an instant.
	 * @param instant the instant
	 * @return the day
	 */
	public LocalDate day(Instant instant) {
		return LocalDate.ofInstant(instant, this.zone);
	}

}
