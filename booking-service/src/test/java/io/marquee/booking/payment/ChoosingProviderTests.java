package io.marquee.booking.payment;

import java.time.Clock;

import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FilterType;
import org.springframework.web.client.RestClient;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

class ChoosingProviderTests {

	private final ApplicationContextRunner service = new ApplicationContextRunner()
		.withUserConfiguration(Payments.class)
		.withBean(Clock.class, Clock::systemUTC)
		.withBean(CircuitBreakerRegistry.class, CircuitBreakerRegistry::ofDefaults)
		.withBean(JsonMapper.class, () -> JsonMapper.builder().build())
		.withBean(RestClient.Builder.class, RestClient::builder);

	@Test
	void simulatedOneIsUsedWithoutAWord() {
		this.service
			.withPropertyValues("marquee.payments.simulated.url=http://localhost",
					"marquee.payments.simulated.api-key=k", "marquee.payments.simulated.webhook-secret=s")
			.run((context) -> assertThat(context.getBean(ReportReader.class).provider()).isEqualTo("simulated"));
	}

	@Test
	void stripeNeedsNoneOfTheSimulatedOnesSecrets() {
		this.service
			.withPropertyValues("marquee.payments.provider=stripe", "marquee.payments.stripe.api-key=k",
					"marquee.payments.stripe.webhook-secret=s")
			.run((context) -> {
				assertThat(context.getBean(ReportReader.class).provider()).isEqualTo("stripe");
				assertThat(context.getBean(PaymentProvider.class)).isInstanceOf(BoundedProvider.class);
			});
	}

	@Test
	void missingSecretIsNamed() {
		this.service.withPropertyValues("marquee.payments.provider=stripe", "marquee.payments.stripe.api-key=")
			.run((context) -> assertThat(context.getStartupFailure()).rootCause()
				.hasMessageContaining("MARQUEE_STRIPE_API_KEY is not set")
				.hasMessageContaining("MARQUEE_STRIPE_WEBHOOK_SECRET is not set"));
	}

	@Test
	void unknownProviderIsRefused() {
		this.service.withPropertyValues("marquee.payments.provider=paypal")
			.run((context) -> assertThat(context.getStartupFailure()).rootCause().hasMessageContaining("paypal"));
	}

	@Configuration(proxyBeanMethods = false)
	@ComponentScan(excludeFilters = @ComponentScan.Filter(type = FilterType.REGEX, pattern = ".*(web|Tests).*"))
	@ConfigurationPropertiesScan
	static class Payments {

	}

}
