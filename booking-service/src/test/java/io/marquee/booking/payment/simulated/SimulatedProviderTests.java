package io.marquee.booking.payment.simulated;

import java.time.Duration;

import com.github.tomakehurst.wiremock.WireMockServer;
import io.marquee.booking.payment.Charge;
import io.marquee.booking.payment.PaymentMethod;
import io.marquee.platform.money.Money;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.web.client.RestClient;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;

class SimulatedProviderTests {

	private final WireMockServer server = new WireMockServer(options().dynamicPort());

	@AfterEach
	void stop() {
		this.server.stop();
	}

	@Test
	void answerMayHaveFieldsThatOurOwnApiRefuses() {
		this.server.start();
		this.server.stubFor(post("/v1/charges").willReturn(
				okJson("""
						{"id":"ch_1","status":"SUCCEEDED","declineCode":null,"amount":"500.00","currency":"INR",
						"refundedAmount":"0.00","methodType":"CARD","reference":"pay_1","idempotencyKey":"pay_1-1",
						"createdAt":"2026-11-22T10:00:00Z","updatedAt":"2026-11-22T10:00:00Z","state":"done","refunds":[]}""")));
		SimulatedProvider provider = new SimulatedProvider(
				new SimulatedSettings(this.server.baseUrl(), "key", "secret", Duration.ofSeconds(1),
						Duration.ofSeconds(5), Duration.ofMinutes(5)),
				RestClient.builder(),
				JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build());
		Charge charge = provider.charge("pay_1-1", "pay_1", Money.of("500.00", "INR"),
				new PaymentMethod(PaymentMethod.Type.CARD, "tok_visa"));
		assertThat(charge.status()).isEqualTo(Charge.Status.SUCCEEDED);
	}

}
