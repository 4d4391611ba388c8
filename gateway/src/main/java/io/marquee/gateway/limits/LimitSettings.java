package io.marquee.gateway.limits;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.Assert;

/**
 * How much may be asked for.
 *
 * @param partnersPerMinute requests a minute of a partner whose token names no limit
 */
@ConfigurationProperties("marquee.gateway.limits")
record LimitSettings(@DefaultValue("120") int partnersPerMinute) {

	LimitSettings {
		Assert.isTrue(partnersPerMinute > 0, "marquee.gateway.limits.partners-per-minute must be positive");
	}

}
