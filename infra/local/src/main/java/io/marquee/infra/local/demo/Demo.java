package io.marquee.infra.local.demo;

import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.StreamSupport;

import io.marquee.infra.local.Addresses;
import io.marquee.infra.local.Home;
import io.marquee.infra.local.Secrets;
import tools.jackson.databind.JsonNode;

/**
 * A booking through the gateway, as a client makes it, and what it leaves behind: a mail
 * and a trace.
 */
public final class Demo {

	/** A coupon of the demo offers; with it offers-service has its part in the trace. */
	private static final String COUPON = "MARQUEE50";

	private static final String USER = "user@marquee.example";

	private final Home home;

	private final String gateway;

	private final String api;

	private final String mailbox;

	private final String zipkin;

	private final PrintStream out;

	public Demo(Home home, int portOffset, PrintStream out) {
		Addresses addresses = new Addresses(portOffset, Map.of());
		this.home = home;
		this.gateway = addresses.http(Addresses.GATEWAY_PORT);
		this.api = this.gateway + "/api/v1";
		this.mailbox = addresses.http(Addresses.MAIL_PORT) + "/api/messages";
		this.zipkin = addresses.http(Addresses.ZIPKIN_PORT);
		this.out = out;
	}

	/**
	 * Makes the booking.
	 * @return 0 when every step went well
	 * @throws InterruptedException when interrupted
	 */
	public int run() throws InterruptedException {
		this.out.println("A booking through " + this.gateway + ", as a client makes it:");
		try (Http http = new Http()) {
			tell(http, new Narrator(this.out));
			return 0;
		}
		catch (DemoFailure ex) {
			this.out.println(ex.getMessage());
			this.out.println("Look into ./marquee logs " + ex.whereToLook());
			return 1;
		}
	}

	private void tell(Http http, Narrator narrator) throws InterruptedException {
		narrator.step(
				"Is the gateway well?", "gateway", () -> Patience.until("the gateway to answer",
						() -> http.get(this.gateway + "/"), (answer) -> answer.status() == 200),
				(answer) -> answer.body().path("status").asString());
		JsonNode login = narrator.step("Log in", "auth-service", () -> login(http),
				(data) -> "as " + data.path("user").path("fullName").asString(USER));
		JsonNode movies = narrator.step("Which movies are there?", "catalog-service",
				() -> wellRouted(http, this.api + "/user/movies?limit=3"),
				(page) -> page.path("totalItems").asInt() + ", such as " + names(page.path("items"), "title"));
		requireSome(movies, "movies");
		Choice choice = narrator.step("Pick a show and two seats", "booking-service",
				() -> Choice.among(wellRouted(http, this.api + "/user/shows?limit=20"),
						(show) -> wellRouted(http, this.api + "/bookings/seats/" + show)),
				Choice::text);

		TraceId trace = TraceId.random();
		http.header("Authorization", "Bearer " + login.path("accessToken").asString());
		http.header("traceparent", trace.traceparent());
		JsonNode held = narrator.step("Hold them with " + COUPON, "booking-service",
				() -> good(201,
						http.post(this.api + "/bookings/book",
								Map.of("showId", choice.showId(), "seats", choice.seats(), "couponCode", COUPON),
								"Idempotency-Key", UUID.randomUUID().toString())),
				(data) -> data.path("bookingCode").asString() + ", " + data.path("amount").path("amount").asString()
						+ " " + data.path("amount").path("currency").asString());
		JsonNode confirmed = narrator.step("Pay with tok_visa", "booking-service",
				() -> good(200,
						http.post(this.api + "/bookings/confirm",
								Map.of("paymentId", held.path("paymentId").asString(), "paymentMethod",
										Map.of("type", "CARD", "token", "tok_visa")),
								"Idempotency-Key", UUID.randomUUID().toString())),
				(data) -> data.path("status").asString("confirmed"));
		String code = confirmed.path("bookingCode").asString(held.path("bookingCode").asString());
		narrator.step("Is the ticket in the mail?", "notification-service", () -> ticketMail(http, code),
				(mail) -> "\"" + mail.path("subject").asString() + "\" to " + mail.path("to").path(0).asString());
		narrator.step("Which way did it go?", "zipkin", () -> servicesOf(http, trace),
				(services) -> String.join(", ", services));
		this.out.println("Booked: " + code + ". The trace: " + this.zipkin + "/zipkin/traces/" + trace.trace());
	}

	private JsonNode login(Http http) throws IOException, InterruptedException {
		String password = Secrets.in(this.home.state().resolve("secrets.env")).get(Secrets.DEMO_PASSWORD);
		Map<String, String> credentials = Map.of("email", USER, "password", password);
		return good(200, Patience.until("auth-service to be found",
				() -> http.post(this.api + "/auth/login", credentials), Demo::routed));
	}

	/** Just after a start the gateway may not have heard of every service yet. */
	private static JsonNode wellRouted(Http http, String url) throws IOException, InterruptedException {
		return good(200, Patience.until(url + " to be routed", () -> http.get(url), Demo::routed));
	}

	private static boolean routed(Http.Answer answer) {
		return answer.status() < 502;
	}

	private JsonNode ticketMail(Http http, String code) throws IOException, InterruptedException {
		return Patience.until("the mail about " + code, () -> mailAbout(http, code), (mail) -> !mail.isMissingNode());
	}

	private JsonNode mailAbout(Http http, String code) throws IOException, InterruptedException {
		JsonNode mails = http.get(this.mailbox + "?to=" + USER).body();
		for (JsonNode mail : mails) {
			if (mail.toString().contains(code)) {
				return mail;
			}
		}
		return mails.path(-1);
	}

	/** Spans come in by and by: wait for the one that comes last. */
	private List<String> servicesOf(Http http, TraceId trace) throws IOException, InterruptedException {
		String url = this.zipkin + "/zipkin/api/v2/trace/" + trace.trace();
		JsonNode spans = Patience.until("the trace to reach notification-service", () -> http.get(url).body(),
				(found) -> found.toString().contains("\"notification-service\""));
		return List.copyOf(new TreeSet<>(StreamSupport.stream(spans.spliterator(), false)
			.map((span) -> span.path("localEndpoint").path("serviceName").asString())
			.toList()));
	}

	private static JsonNode good(int status, Http.Answer answer) {
		if (answer.status() != status) {
			throw new DemoFailure("Answer " + answer.status() + " instead of " + status + ": " + answer.body(),
					"gateway, or that of the service asked");
		}
		return answer.data();
	}

	private static void requireSome(JsonNode page, String what) {
		if (page.path("items").isEmpty()) {
			throw new DemoFailure("There are no " + what + ".", "catalog-service");
		}
	}

	private static String names(JsonNode items, String field) {
		return String.join(", ",
				StreamSupport.stream(items.spliterator(), false).map((item) -> item.path(field).asString()).toList());
	}

}
