package io.marquee.infra.payments;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import com.sun.net.httpserver.HttpServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

class PaymentsServerTests {

	private static final JsonMapper json = new JsonMapper();

	private final HttpClient client = HttpClient.newHttpClient();

	private final List<Received> webhooks = new CopyOnWriteArrayList<>();

	@TempDir
	private Path data;

	private HttpServer merchant;

	private volatile int merchantStatus = 200;

	private PaymentsServer payments;

	@BeforeEach
	void start() throws IOException {
		this.merchant = HttpServer.create(new InetSocketAddress(0), 0);
		this.merchant.createContext("/hook", (exchange) -> {
			String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
			this.webhooks.add(new Received(body, exchange.getRequestHeaders().getFirst("Marquee-Signature")));
			exchange.sendResponseHeaders(this.merchantStatus, -1);
			exchange.close();
		});
		this.merchant.start();
		startPayments(Duration.ofMillis(300));
	}

	private void startPayments(Duration late) throws IOException {
		URI hook = URI.create("http://localhost:" + this.merchant.getAddress().getPort() + "/hook");
		this.payments = PaymentsServer
			.start(new PaymentsSettings(0, "key", "secret", hook, this.data, Duration.ofMillis(100), late));
	}

	@AfterEach
	void stop() throws IOException {
		this.payments.close();
		this.merchant.stop(0);
		this.client.close();
	}

	@ParameterizedTest
	@CsvSource({ "CARD,tok_visa,SUCCEEDED,", "UPI,upi_visa,SUCCEEDED,", "CARD,tok_slow,SUCCEEDED,",
			"CARD,tok_declined,DECLINED,payment_declined", "WALLET,wallet_declined,DECLINED,payment_declined",
			"NETBANKING,nb_webhook_late,PENDING,", "CARD,tok_nonsense,DECLINED,invalid_token",
			"CARD,upi_visa,DECLINED,invalid_token" })
	void tokenDecidesTheOutcome(String type, String token, String status, String declineCode) throws Exception {
		JsonNode charge = charge("k1", type, token);
		assertThat(charge.path("status").asString()).isEqualTo(status);
		assertThat(charge.path("declineCode").asString(null)).isEqualTo(declineCode);
	}

	@ParameterizedTest
	@CsvSource({ "CARD,tok_", "UPI,upi_", "NETBANKING,nb_", "WALLET,wallet_" })
	void scriptIsTheSameForEveryKindOfPayment(String type, String prefix) throws Exception {
		assertThat(charge("visa", type, prefix + "visa").path("status").asString()).isEqualTo("SUCCEEDED");
		assertThat(charge("declined", type, prefix + "declined").path("status").asString()).isEqualTo("DECLINED");
		assertThat(charge("slow", type, prefix + "slow").path("status").asString()).isEqualTo("SUCCEEDED");
		assertThatExceptionOfType(IOException.class).isThrownBy(() -> charge("lost", type, prefix + "answer_lost"));
		assertThat(this.webhooks).isEmpty();
		charge("first", type, prefix + "webhook_first");
		assertThat(this.webhooks).hasSize(1);
		charge("twice", type, prefix + "webhook_twice");
		assertThat(charge("late", type, prefix + "webhook_late").path("status").asString()).isEqualTo("PENDING");
		await().until(() -> this.webhooks.size() == 4);
	}

	@Test
	void listsChargesOfAWindowWithTheirRefundsPageByPage() throws Exception {
		Instant before = Instant.now();
		for (int i = 0; i < 5; i++) {
			charge("k" + i, "CARD", "tok_visa");
		}
		String id = byReference().getFirst().path("id").asString();
		post("/v1/refunds", "r1", "{\"chargeId\":\"%s\",\"amount\":\"200.00\"}".formatted(id));
		this.payments.close();
		startPayments(Duration.ofMillis(300));
		String window = "/v1/charges?limit=2&from=" + before + "&to=" + Instant.now().plusSeconds(1);
		JsonNode page = get(window);
		assertThat(page.path("data").get(0).path("refunds").get(0).path("amount").asString()).isEqualTo("200.00");
		JsonNode second = get(window + "&cursor=" + page.path("next").asString());
		JsonNode third = get(window + "&cursor=" + second.path("next").asString());
		assertThat(List.of(page, second, third)).extracting((answer) -> answer.path("data").size())
			.containsExactly(2, 2, 1);
		assertThat(third.path("next").isNull()).isTrue();
		assertThat(get("/v1/charges?from=" + before.minusSeconds(9) + "&to=" + before).path("data")).isEmpty();
		assertThat(get("/v1/charges?from=" + before + "&to=soon").path("error").path("code").asString())
			.isEqualTo("invalid_request");
	}

	@Test
	void sameKeyIsTheSameCharge() throws Exception {
		JsonNode first = charge("k1", "CARD", "tok_visa");
		assertThat(charge("k1", "CARD", "tok_visa")).isEqualTo(first);
		assertThat(post("/v1/charges", "k1", body("CARD", "tok_slow")).statusCode()).isEqualTo(422);
		assertThat(byReference()).hasSize(1);
	}

	@Test
	void lostAnswerHasCharged() throws Exception {
		assertThatExceptionOfType(IOException.class).isThrownBy(() -> charge("k1", "CARD", "tok_answer_lost"));
		assertThat(byReference()).singleElement()
			.satisfies((charge) -> assertThat(charge.path("status").asString()).isEqualTo("SUCCEEDED"));
		assertThat(charge("k1", "CARD", "tok_answer_lost").path("status").asString()).isEqualTo("SUCCEEDED");
	}

	@Test
	void lateOutcomeComesByWebhookSignedWithItsTime() throws Exception {
		charge("k1", "CARD", "tok_webhook_late");
		await().until(() -> this.webhooks.size() == 1);
		Received webhook = this.webhooks.getFirst();
		long time = Long.parseLong(webhook.signature().replaceAll("t=(\\d+),v1=.*", "$1"));
		assertThat(webhook.signature())
			.isEqualTo(new WebhookSignature("secret").of(webhook.body(), Instant.ofEpochSecond(time)));
		JsonNode event = json.readTree(webhook.body());
		assertThat(event.path("type").asString()).isEqualTo("charge.succeeded");
		assertThat(event.path("data").path("reference").asString()).isEqualTo("pay_1");
	}

	@Test
	void webhookOfTheTwiceTokenComesTwiceWithOneId() throws Exception {
		charge("k1", "CARD", "tok_webhook_twice");
		await().until(() -> this.webhooks.size() == 2);
		assertThat(this.webhooks).extracting((webhook) -> json.readTree(webhook.body()).path("id").asString())
			.containsOnly(json.readTree(this.webhooks.getFirst().body()).path("id").asString());
	}

	@Test
	void webhookOfTheFirstTokenComesBeforeTheAnswer() throws Exception {
		charge("k1", "CARD", "tok_webhook_first");
		assertThat(this.webhooks).hasSize(1);
	}

	@Test
	void refusedWebhookIsRepeated() throws Exception {
		this.merchantStatus = 503;
		charge("k1", "CARD", "tok_webhook_twice");
		await().until(() -> !this.webhooks.isEmpty());
		this.merchantStatus = 200;
		await().until(() -> this.webhooks.size() >= 3);
	}

	@Test
	void refundsAtMostWhatWasCharged() throws Exception {
		String id = charge("k1", "CARD", "tok_visa").path("id").asString();
		String part = "{\"chargeId\":\"%s\",\"amount\":\"200.00\"}".formatted(id);
		JsonNode refund = json.readTree(post("/v1/refunds", "r1", part).body());
		assertThat(refund.path("status").asString()).isEqualTo("SUCCEEDED");
		assertThat(json.readTree(post("/v1/refunds", "r1", part).body())).isEqualTo(refund);
		assertThat(post("/v1/refunds", "r2", part.replace("200", "400")).statusCode()).isEqualTo(409);
		assertThat(post("/v1/refunds", "r3", "{\"chargeId\":\"%s\"}".formatted(id)).body()).contains("300.00");
		assertThat(post("/v1/refunds", "r4", "{\"chargeId\":\"ch_none\"}").statusCode()).isEqualTo(404);
	}

	@Test
	void restartKeepsChargesAndSettlesPendingOnes() throws Exception {
		String id = charge("k1", "CARD", "tok_visa").path("id").asString();
		post("/v1/refunds", "r1", "{\"chargeId\":\"%s\",\"amount\":\"200.00\"}".formatted(id));
		charge("k2", "CARD", "tok_webhook_late");
		this.payments.close();
		Files.writeString(this.data.resolve("charges.jsonl"), "{\"id\":\"ch_half", StandardOpenOption.APPEND);
		startPayments(Duration.ofMillis(300));
		assertThat(charge("k1", "CARD", "tok_visa").path("refundedAmount").asString()).isEqualTo("200.00");
		await().until(() -> this.webhooks.size() == 1);
		assertThat(byReference()).hasSize(2)
			.allSatisfy((charge) -> assertThat(charge.path("status").asString()).isEqualTo("SUCCEEDED"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "[]", "{", "{}", "{\"amount\":\"-1\"}", "null", """
			{"amount":"1.001","currency":"INR","method":{"type":"CARD","token":"tok_visa"},"reference":"r"}""", """
			{"amount":"1.00","currency":"rupees","method":{"type":"CARD","token":"tok_visa"},"reference":"r"}""", """
			{"amount":"1.00","currency":"INR","method":{"type":"CASH","token":"tok_visa"},"reference":"r"}""", """
			{"amount":"1.00","currency":"INR","method":{"type":"CARD"},"reference":"r"}""", """
			{"amount":"1.00","currency":"INR","method":{"type":"CARD","token":"tok_visa"},"reference":"r","x":1}""" })
	void refusesGarbage(String body) throws Exception {
		assertThat(post("/v1/charges", "k1", body).statusCode()).isEqualTo(400);
	}

	@Test
	void refusesACallerWithoutTheKey() throws Exception {
		HttpRequest request = HttpRequest.newBuilder(this.payments.url().resolve("/v1/charges?reference=x"))
			.header("Authorization", "Bearer wrong")
			.build();
		assertThat(this.client.send(request, BodyHandlers.ofString()).statusCode()).isEqualTo(401);
	}

	private JsonNode charge(String key, String type, String token) throws IOException, InterruptedException {
		return json.readTree(post("/v1/charges", key, body(type, token)).body());
	}

	private static String body(String type, String token) {
		return """
				{"amount":"500.00","currency":"INR","method":{"type":"%s","token":"%s"},"reference":"pay_1"}"""
			.formatted(type, token);
	}

	private HttpResponse<String> post(String path, String key, String body) throws IOException, InterruptedException {
		return this.client.send(HttpRequest.newBuilder(this.payments.url().resolve(path))
			.header("Authorization", "Bearer key")
			.header("Idempotency-Key", key)
			.POST(BodyPublishers.ofString(body))
			.build(), BodyHandlers.ofString());
	}

	private List<JsonNode> byReference() throws IOException, InterruptedException {
		return get("/v1/charges?reference=pay_1").path("data").valueStream().toList();
	}

	private JsonNode get(String path) throws IOException, InterruptedException {
		HttpRequest request = HttpRequest.newBuilder(this.payments.url().resolve(path))
			.header("Authorization", "Bearer key")
			.build();
		return json.readTree(this.client.send(request, BodyHandlers.ofString()).body());
	}

	private record Received(String body, String signature) {
	}

}
