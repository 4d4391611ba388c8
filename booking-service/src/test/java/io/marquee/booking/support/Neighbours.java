package io.marquee.booking.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.marquee.infra.payments.PaymentsServer;
import io.marquee.infra.payments.PaymentsSettings;

/**
 * The processes around the service: a catalogue and offers that answer what tests tell
 * them, the simulated payment provider itself, and a relay that keeps its webhooks and
 * passes them on to the service, whose port is not known before it runs.
 */
public final class Neighbours {

	/** Key of the provider's API. */
	public static final String API_KEY = "test-key";

	/** Key of the provider's webhook signatures. */
	public static final String WEBHOOK_SECRET = "test-webhook-secret";

	private static final Neighbours SHARED = new Neighbours();

	private final HttpServer server;

	private final PaymentsServer payments;

	private final HttpClient client = HttpClient.newHttpClient();

	private final Map<String, String> shows = new ConcurrentHashMap<>();

	private final List<Webhook> webhooks = new CopyOnWriteArrayList<>();

	private final List<String> couponsGivenBack = new CopyOnWriteArrayList<>();

	private volatile int servicePort;

	private volatile boolean down;

	private Neighbours() {
		try {
			this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
			this.server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
			this.server.createContext("/internal/shows/", this::show);
			this.server.createContext("/internal/redemptions", this::redemption);
			this.server.createContext("/webhooks", this::relay);
			this.server.start();
			Path data = Files.createTempDirectory("payments");
			this.payments = PaymentsServer.start(new PaymentsSettings(0, API_KEY, WEBHOOK_SECRET,
					URI.create(url() + "/webhooks"), data, Duration.ofMillis(300), Duration.ofSeconds(2)));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** The ones all tests share. */
	public static Neighbours shared() {
		return SHARED;
	}

	public String url() {
		return "http://localhost:" + this.server.getAddress().getPort();
	}

	public String paymentsUrl() {
		return this.payments.url().toString();
	}

	public void serviceRunsOn(int port) {
		this.servicePort = port;
	}

	/** Catalogue and offers stop or start to answer. */
	public void down(boolean down) {
		this.down = down;
	}

	public List<Webhook> webhooks() {
		return this.webhooks;
	}

	/** Bookings whose coupons were given back. */
	public List<String> couponsGivenBack() {
		return this.couponsGivenBack;
	}

	/** Puts a show with rows A (250) to H and ten seats each on the programme. */
	public void schedule(String id, Instant startsAt, String status) {
		schedule(id, startsAt, status, "");
	}

	/** The same, with more fields, such as {@code "suspended":["VENUE_INACTIVE"],}. */
	public void schedule(String id, Instant startsAt, String status, String more) {
		String seats = IntStream.range(0, 80)
			.mapToObj((i) -> "{\"seat\":\"%1$s%2$d\",\"row\":\"%1$s\",\"number\":%2$d,\"category\":\"%3$s\"}"
				.formatted((char) ('A' + i / 10), i % 10 + 1, (i < 70) ? "REGULAR" : "VIP"))
			.collect(Collectors.joining(","));
		this.shows.put(id,
				"""
						{"id":"%s","movieId":"mov-1","movieTitle":"RRR","venueId":"ven-1","venueName":"PVR Juhu","city":"Mumbai",
						"timeZone":"Asia/Kolkata","screenId":"scr-1","screenName":"Screen 1","startsAt":"%s","endsAt":"%s","status":"%s",%s
						"prices":{"REGULAR":{"amount":"250.00","currency":"INR"},"VIP":{"amount":"600.50","currency":"INR"}},
						"seats":[%s]}"""
					.formatted(id, startsAt, startsAt.plusSeconds(9000), status, more, seats));
	}

	private void show(HttpExchange exchange) throws IOException {
		String id = exchange.getRequestURI().getPath().substring("/internal/shows/".length());
		String show = this.shows.get(id);
		if (exchange.getRequestHeaders().getFirst("Authorization") == null) {
			answer(exchange, 401, "{}");
		}
		else if (show == null) {
			answer(exchange, 404, "{\"code\":\"SHOW_NOT_FOUND\",\"message\":\"There is no such show\"}");
		}
		else {
			answer(exchange, 200, show);
		}
	}

	private void redemption(HttpExchange exchange) throws IOException {
		if (exchange.getRequestMethod().equals("DELETE")) {
			this.couponsGivenBack.add(exchange.getRequestURI().getPath().substring("/internal/redemptions/".length()));
			answer(exchange, 200, "{}");
			return;
		}
		String question = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
		if (question.contains("FIRST") && question.contains("\"firstBooking\":false")) {
			answer(exchange, 409, "{\"code\":\"COUPON_FIRST_BOOKING_ONLY\",\"message\":\"Only the first\"}");
		}
		else if (question.contains("HALF") || question.contains("FIRST")) {
			answer(exchange, 200, """
					{"offerId":"off-1","couponCode":"HALF","discount":{"amount":"250.00","currency":"INR"},
					"payable":{"amount":"1.00","currency":"INR"}}""");
		}
		else if (question.contains("GIFT")) {
			answer(exchange, 200, """
					{"offerId":"off-2","couponCode":"GIFT","discount":{"amount":"9999.00","currency":"INR"},
					"payable":{"amount":"0.00","currency":"INR"}}""");
		}
		else {
			answer(exchange, 404, "{\"code\":\"COUPON_NOT_FOUND\",\"message\":\"There is no such coupon\"}");
		}
	}

	private void relay(HttpExchange exchange) throws IOException {
		Webhook webhook = new Webhook(exchange.getRequestBody().readAllBytes(),
				exchange.getRequestHeaders().getFirst("Marquee-Signature"));
		this.webhooks.add(webhook);
		answer(exchange, send(webhook.body(), webhook.signature()), "{}");
	}

	/** Delivers a webhook to the service. */
	public int send(byte[] body, String signature) {
		HttpRequest request = HttpRequest
			.newBuilder(URI.create("http://localhost:" + this.servicePort + "/api/v1/payments/webhooks/simulated"))
			.header("Content-Type", "application/json")
			.header("Marquee-Signature", signature)
			.POST(BodyPublishers.ofByteArray(body))
			.build();
		try {
			return this.client.send(request, BodyHandlers.discarding()).statusCode();
		}
		catch (IOException ex) {
			return 502;
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return 502;
		}
	}

	private void answer(HttpExchange exchange, int status, String json) throws IOException {
		byte[] body = json.getBytes(StandardCharsets.UTF_8);
		exchange.getRequestBody().readAllBytes();
		exchange.getResponseHeaders().set("Content-Type", "application/json");
		exchange.sendResponseHeaders(this.down ? 503 : status, body.length);
		exchange.getResponseBody().write(body);
		exchange.close();
	}

	/** A webhook as it came. */
	public record Webhook(byte[] body, String signature) {

		public String text() {
			return new String(this.body, StandardCharsets.UTF_8);
		}

	}

}
