package io.marquee.booking.payment.stripe;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import io.marquee.booking.payment.Charge;
import io.marquee.booking.payment.PaymentMethod;
import io.marquee.booking.payment.PaymentMethod.Type;
import io.marquee.booking.payment.PaymentNotSentException;
import io.marquee.booking.payment.PaymentUnclearException;
import io.marquee.booking.payment.TakenCharge;
import io.marquee.platform.money.Money;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static com.github.tomakehurst.wiremock.client.WireMock.absent;
import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class StripeProviderTests {

	private static final String INTENTS = "/v1/payment_intents";

	private static final String REFUNDS = "/v1/refunds";

	private static final String INTENT = "pi_3MtwBwLkdIwHu7ix28a3tqPa";

	private static final Money PRICE = Money.of("500.00", "INR");

	private static final Money HALF = Money.of("250.00", "INR");

	private static final Instant FROM = Instant.parse("2026-11-22T10:00:00Z");

	private static final Instant TO = FROM.plus(Duration.ofMinutes(5));

	private final WireMockServer stripe = new WireMockServer(options().dynamicPort());

	private StripeProvider provider;

	@BeforeEach
	void start() {
		this.stripe.start();
		this.provider = new StripeProvider(StripeFixture.settings(this.stripe.baseUrl(), Duration.ofSeconds(5)));
	}

	@AfterEach
	void stop() {
		this.stripe.stop();
	}

	@Test
	void chargesOnceForAKeyInTheSmallestUnit() {
		this.stripe.stubFor(post(INTENTS).willReturn(recorded(200, "payment_intent_succeeded")));
		assertThat(charge()).isEqualTo(new Charge(INTENT, "pay_1", "pay_1-1", PRICE, Charge.Status.SUCCEEDED, null));
		this.stripe.verify(postRequestedFor(urlPathEqualTo(INTENTS)).withHeader("Idempotency-Key", equalTo("pay_1-1"))
			.withHeader("Authorization", equalTo("Bearer sk_test_key"))
			.withHeader("X-Stripe-Client-Telemetry", absent())
			.withFormParam("amount", equalTo("50000"))
			.withFormParam("currency", equalTo("inr"))
			.withFormParam("payment_method", equalTo("pm_card_visa"))
			.withFormParam("confirm", equalTo("true"))
			.withFormParam("error_on_requires_action", equalTo("true"))
			.withFormParam("automatic_payment_methods[allow_redirects]", equalTo("never"))
			.withFormParam("metadata[key]", equalTo("pay_1-1"))
			.withFormParam("metadata[reference]", equalTo("pay_1")));
	}

	@ParameterizedTest
	@CsvSource({ "error_card_declined,402,insufficient_funds,pi_3MtwBwLkdIwHu7ix28a3tqPa",
			"error_authentication_required,402,authentication_required,pi_3MtwBwLkdIwHu7ix28a3tqPa",
			"error_no_such_payment_method,400,resource_missing,none" })
	void declineTakesNothingAndSaysWhy(String answer, int status, String code, String id) {
		this.stripe.stubFor(post(INTENTS).willReturn(recorded(status, answer)));
		assertThat(charge()).isEqualTo(new Charge(id, "pay_1", "pay_1-1", PRICE, Charge.Status.DECLINED, code));
	}

	@Test
	void chargeUnderWayIsPending() {
		this.stripe.stubFor(post(INTENTS).willReturn(recorded(200, "payment_intent_processing")));
		assertThat(charge().status()).isEqualTo(Charge.Status.PENDING);
	}

	@ParameterizedTest
	@CsvSource({ "UPI,pm_1", "NETBANKING,pm_1", "CARD,tok_visa", "WALLET,wallet_visa" })
	void declinesWhatStripeCannotDoWithoutAsking(Type type, String token) {
		Charge charge = this.provider.charge("pay_1-1", "pay_1", PRICE, new PaymentMethod(type, token));
		assertThat(charge.status()).isEqualTo(Charge.Status.DECLINED);
		assertThat(charge.declineCode()).isEqualTo("payment_method_not_supported");
		this.stripe.verify(0, anyRequestedFor(anyUrl()));
	}

	@Test
	void nobodyThereMeansNotSent() {
		this.stripe.stop();
		assertThatExceptionOfType(PaymentNotSentException.class).isThrownBy(this::charge);
		assertThatExceptionOfType(PaymentUnclearException.class).isThrownBy(this::find);
	}

	@ParameterizedTest
	@CsvSource({ "429,error_rate_limit", "401,error_api_key" })
	void refusedAtTheDoorMeansNotSent(int status, String answer) {
		this.stripe.stubFor(post(INTENTS).willReturn(recorded(status, answer)));
		assertThatExceptionOfType(PaymentNotSentException.class).isThrownBy(this::charge);
	}

	@ParameterizedTest
	@CsvSource({ "500,error_server", "503,error_server", "409,error_key_in_use",
			"400,error_key_with_other_parameters" })
	void whatMayHaveChargedIsUnclear(int status, String answer) {
		this.stripe.stubFor(post(INTENTS).willReturn(recorded(status, answer)));
		assertThatExceptionOfType(PaymentUnclearException.class).isThrownBy(this::charge);
		this.stripe.verify(1, postRequestedFor(urlPathEqualTo(INTENTS)));
	}

	@Test
	void noAnswerInTimeIsUnclear() {
		this.stripe.stubFor(post(INTENTS).willReturn(recorded(200, "payment_intent_succeeded").withFixedDelay(3000)));
		StripeProvider hurried = new StripeProvider(
				StripeFixture.settings(this.stripe.baseUrl(), Duration.ofMillis(200)));
		assertThatExceptionOfType(PaymentUnclearException.class)
			.isThrownBy(() -> hurried.charge("pay_1-1", "pay_1", PRICE, card()));
	}

	@Test
	void lostAnswerIsUnclear() {
		this.stripe.stubFor(post(INTENTS).willReturn(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER)));
		assertThatExceptionOfType(PaymentUnclearException.class).isThrownBy(this::charge);
	}

	@Test
	void repetitionAfterAServerErrorCarriesTheSameKey() {
		this.stripe.stubFor(post(INTENTS).inScenario("repeat")
			.whenScenarioStateIs(Scenario.STARTED)
			.willReturn(recorded(500, "error_server"))
			.willSetStateTo("up"));
		this.stripe.stubFor(post(INTENTS).inScenario("repeat")
			.whenScenarioStateIs("up")
			.willReturn(recorded(200, "payment_intent_succeeded")));
		assertThatExceptionOfType(PaymentUnclearException.class).isThrownBy(this::charge);
		assertThat(charge().status()).isEqualTo(Charge.Status.SUCCEEDED);
		this.stripe.verify(2,
				postRequestedFor(urlPathEqualTo(INTENTS)).withHeader("Idempotency-Key", equalTo("pay_1-1")));
	}

	@Test
	void findsAChargeByItsKeyAmongAllOfItsTime() {
		this.stripe.stubFor(get(urlPathEqualTo(INTENTS)).withQueryParam("starting_after", absent())
			.willReturn(recorded(200, "payment_intents_page_1")));
		this.stripe.stubFor(get(urlPathEqualTo(INTENTS)).withQueryParam("starting_after", equalTo("pi_another_attempt"))
			.willReturn(recorded(200, "payment_intents_page_2")));
		assertThat(find()).hasValueSatisfying((charge) -> assertThat(charge.id()).isEqualTo(INTENT));
		this.stripe.verify(2,
				getRequestedFor(urlPathEqualTo(INTENTS))
					.withQueryParam("created[gte]", equalTo(String.valueOf(FROM.getEpochSecond() - 60)))
					.withQueryParam("created[lte]", equalTo(String.valueOf(TO.getEpochSecond() + 65))));
	}

	@Test
	void whatStripeNeverSawIsNotFound() {
		this.stripe.stubFor(get(urlPathEqualTo(INTENTS)).willReturn(recorded(200, "payment_intents_none")));
		assertThat(find()).isEmpty();
	}

	@Test
	void refundsOnceForAKey() {
		this.stripe.stubFor(get(urlPathEqualTo(REFUNDS)).willReturn(recorded(200, "no_refunds")));
		this.stripe.stubFor(post(REFUNDS).willReturn(recorded(200, "refund")));
		assertThat(refund()).isEqualTo("re_1Nispe2eZvKYlo2Cd31jOCgZ");
		this.stripe
			.verify(postRequestedFor(urlPathEqualTo(REFUNDS)).withHeader("Idempotency-Key", equalTo("pay_1-refund"))
				.withFormParam("payment_intent", equalTo(INTENT))
				.withFormParam("amount", equalTo("25000"))
				.withFormParam("metadata[key]", equalTo("pay_1-refund")));
	}

	@Test
	void refundMadeBeforeIsNotMadeAgainEvenWhenItsKeyIsForgotten() {
		this.stripe.stubFor(get(urlPathEqualTo(REFUNDS)).withQueryParam("payment_intent", equalTo(INTENT))
			.willReturn(recorded(200, "refunds")));
		assertThat(refund()).isEqualTo("re_1Nispe2eZvKYlo2Cd31jOCgZ");
		this.stripe.verify(0, postRequestedFor(urlPathEqualTo(REFUNDS)));
	}

	@Test
	void refundByHandIsEnough() {
		this.stripe.stubFor(get(urlPathEqualTo(REFUNDS)).willReturn(recorded(200, "refunds_by_hand")));
		this.stripe.stubFor(post(REFUNDS).willReturn(recorded(400, "error_already_refunded")));
		assertThat(refund()).isEqualTo("re_byHand");
	}

	@ParameterizedTest
	@CsvSource({ "500,error_server", "409,error_key_in_use", "400,error_already_refunded" })
	void refundThatIsNotAnsweredIsUnclear(int status, String answer) {
		this.stripe.stubFor(get(urlPathEqualTo(REFUNDS)).willReturn(recorded(200, "no_refunds")));
		this.stripe.stubFor(post(REFUNDS).willReturn(recorded(status, answer)));
		assertThatExceptionOfType(PaymentUnclearException.class).isThrownBy(this::refund);
	}

	@Test
	void listsMoneyThatWasTakenAndWhatWentBackOfIt() {
		this.stripe.stubFor(get(urlPathEqualTo("/v1/charges")).withQueryParam("expand[0]", equalTo("data.refunds"))
			.willReturn(recorded(200, "charges")));
		TakenCharge.Page page = this.provider.charges(FROM, TO, null);
		assertThat(page.next()).isEqualTo("ch_foreign");
		assertThat(page.charges()).extracting(TakenCharge::id, TakenCharge::reference)
			.containsExactly(org.assertj.core.groups.Tuple.tuple(INTENT, "pay_1"),
					org.assertj.core.groups.Tuple.tuple("ch_foreign", null));
		assertThat(page.charges().getFirst().refunds())
			.containsExactly(new TakenCharge.Refund("re_1Nispe2eZvKYlo2Cd31jOCgZ", HALF));
	}

	private Charge charge() {
		return this.provider.charge("pay_1-1", "pay_1", PRICE, card());
	}

	private Optional<Charge> find() {
		return this.provider.find("pay_1-1", "pay_1", FROM, TO);
	}

	private String refund() {
		return this.provider.refund("pay_1-refund", INTENT, HALF);
	}

	private static PaymentMethod card() {
		return new PaymentMethod(Type.CARD, "pm_card_visa");
	}

	private static ResponseDefinitionBuilder recorded(int status, String name) {
		return aResponse().withStatus(status)
			.withHeader("Content-Type", "application/json")
			.withHeader("Request-Id", "req_1")
			.withBody(StripeFixture.recorded(name));
	}

}
