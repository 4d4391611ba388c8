package io.marquee.gateway.cache;

import java.time.Duration;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/**
 * A cache for which no time passes, however slow the machine is: only changes make a page
 * untrue.
 */
@TestConfiguration(proxyBeanMethods = false)
public class StandingStill {

	@Bean
	@Primary
	Freshness timelessFreshness() {
		Freshness freshness = new Freshness(Duration.ofSeconds(60), () -> 0);
		freshness.heard();
		return freshness;
	}

}
