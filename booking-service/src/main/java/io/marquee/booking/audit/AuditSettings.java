package io.marquee.booking.audit;

import java.time.Duration;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How money is audited.
 *
 * @param interval how often
 * @param days how many days back
 * @param slice how much of that is looked at in one go; longer than a hold, as a charge
 * may lie in the slice after its booking's
 * @param settling how long what just happened may take to be in all books
 * @param listed how many differences a report names
 * @param kept how many reports are kept
 */
@Validated
@ConfigurationProperties("marquee.audit")
record AuditSettings(@NotNull @DefaultValue("1h") Duration interval, @Positive @DefaultValue("3") int days,
		@NotNull @DefaultValue("30m") Duration slice, @NotNull @DefaultValue("1m") Duration settling,
		@Positive @DefaultValue("100") int listed, @Positive @DefaultValue("50") int kept) {
}
