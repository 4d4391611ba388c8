package io.marquee.booking.booking;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

import io.marquee.platform.money.Money;

/**
 * What a venue gives back when a booking is cancelled, by the time that is left.
 *
 * @param rules the one with the most hours that are still left counts; when none is,
 * nothing is given back
 */
public record CancellationPolicy(List<Rule> rules) {

	/** All until a day before, half until two hours before. */
	static final CancellationPolicy STANDARD = new CancellationPolicy(List.of(new Rule(24, 100), new Rule(2, 50)));

	Money refund(Money paid, Instant startsAt, Instant now) {
		Duration left = Duration.between(now, startsAt);
		return this.rules.stream()
			.filter((rule) -> left.compareTo(Duration.ofHours(rule.hoursBefore())) >= 0)
			.max(Comparator.comparingInt(Rule::hoursBefore))
			.map((rule) -> paid.percent(BigDecimal.valueOf(rule.refundPercent())))
			.orElse(Money.zero(paid.currency()));
	}

	/**
	 * One step of a policy.
	 *
	 * @param hoursBefore how many hours before the start it ends, 0 or more
	 * @param refundPercent how much goes back, 0 to 100
	 */
	public record Rule(int hoursBefore, int refundPercent) {
	}

}
