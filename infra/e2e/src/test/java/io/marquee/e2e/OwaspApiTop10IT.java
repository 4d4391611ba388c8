package io.marquee.e2e;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Attacks the running suite, one kind after the other, in the order of the OWASP API
 * Security Top 10 of 2023. What attacks auth-service alone is in its own tests;
 * docs/security.md says where.
 */
@ExtendWith(Suite.class)
class OwaspApiTop10IT {

	private static final String USER = "user@marquee.example";

	private static final String STAFF = "staff@marquee.example";

	private final Suite suite;

	private final Box box;

	private final Api api;

	OwaspApiTop10IT(Suite suite) {
		this.suite = suite;
		this.box = new Box(suite);
		this.api = Api.at(suite.gateway());
	}

	/** API1: broken object level authorization. */
	@Test
	void somebodyElsesThingsDoNotExist() {
		Api owner = user();
		String show = this.box.show(7);
		Api.Answer held = owner.post("/api/v1/bookings/book",
				Map.of("showId", show, "seats", this.box.freeSeats(show, 1)));
		assertThat(held.status()).as(held.toString()).isEqualTo(201);
		String booking = held.data("bookingId").asString();
		String order = held.data("orderId").asString();
		Newcomer thief = Newcomer.signUp(this.suite, "Mallory Thief");
		for (String path : List.of("/bookings/status/" + booking, "/bookings/" + booking + "/ticket",
				"/bookings/" + booking + "/ticket.png", "/bookings/" + booking + "/ticket.pdf",
				"/bookings/" + booking + "/calendar.ics", "/user/orders/" + order)) {
			assertThat(thief.api().get("/api/v1" + path).status()).as(path).isEqualTo(404);
		}
		assertThat(thief.api().patch("/api/v1/bookings/cancel/" + booking, Map.of()).status()).isEqualTo(404);
		assertThat(thief.api().delete("/api/v1/bookings/" + booking + "/hold").status()).isEqualTo(404);
		assertThat(thief.api()
			.post("/api/v1/bookings/confirm",
					Map.of("paymentId", held.data("paymentId").asString(), "paymentMethod",
							Map.of("type", "CARD", "token", "tok_visa")))
			.status()).isEqualTo(404);
		Api.Answer inbox = owner.get("/api/v1/user/notifications?limit=1");
		if (!inbox.data("items/0").isMissingNode()) {
			String notification = inbox.data("items/0/id").asString();
			assertThat(thief.api().patch("/api/v1/user/notifications/" + notification + "/read", Map.of()).status())
				.isEqualTo(404);
		}
		Api.Answer sessions = owner.get("/api/v1/auth/sessions");
		assertThat(sessions.status()).as(sessions.toString()).isEqualTo(200);
		String session = sessions.data("items/0/id").asString();
		assertThat(session).isNotEmpty();
		assertThat(thief.api().delete("/api/v1/auth/sessions/" + session).status()).isEqualTo(404);
		assertThat(owner.get("/api/v1/auth/me").status()).isEqualTo(200);
		assertThat(owner.delete("/api/v1/bookings/" + booking + "/hold").status()).isEqualTo(200);
	}

	/** API2: broken authentication. */
	@Test
	void aTokenForSomethingElseOpensNothing() {
		String identity = tokenOfClient("marquee-identity", "MARQUEE_IDENTITY_ADMIN_SECRET");
		String refresh = login(USER).data("refreshToken").asString();
		for (int port : List.of(8080, 8101, 8102, 8103, 8104, 8105, 8106)) {
			Api there = Api.at(this.suite.address(port));
			for (String token : List.of(identity, refresh, "null", "undefined")) {
				assertThat(there.as(token).get("/api/v1/auth/me").status()).as("port " + port).isEqualTo(401);
			}
			assertThat(there.get("/api/v1/auth/me?access_token=" + login(USER).data("accessToken").asString()).status())
				.as("a token in the query, port " + port)
				.isEqualTo(401);
		}
	}

	/** API3: broken object property level authorization. */
	@Test
	void nobodyMakesThemselvesMoreThanTheyAre() {
		Newcomer mallory = Newcomer.signUp(this.suite, "Mallory Mass");
		Api.Answer before = mallory.api().get("/api/v1/user/profile");
		Map<String, Object> wishes = Map.of("isAdmin", true, "role", "admin", "roles", List.of("admin"),
				"emailVerified", true, "email", "admin@marquee.example", "userId", "1", "blocked", false);
		wishes.forEach((field, value) -> {
			Api.Answer patched = mallory.api()
				.patch("/api/v1/user/profile", Map.of("fullName", "Changed", field, value));
			assertThat(patched.status()).as(field + ": " + patched).isEqualTo(400);
		});
		assertThat(mallory.api().get("/api/v1/user/profile").data("")).isEqualTo(before.data(""));
	}

	@Test
	void aPriceIsNotTheCustomersToSay() {
		String show = this.box.show(8);
		for (String field : List.of("price", "amount", "status", "userId")) {
			Api.Answer answer = user().post("/api/v1/bookings/book",
					Map.of("showId", show, "seats", this.box.freeSeats(show, 1), field, "1"));
			assertThat(answer.status()).as(answer.toString()).isEqualTo(400);
		}
	}

	/** API4: unrestricted resource consumption. */
	@Test
	void whatIsTooMuchIsRefusedBeforeItCosts() {
		assertThat(user().post("/api/v1/bookings/book", "{\"showId\":\"" + "x".repeat(2 << 20) + "\"}").status())
			.isEqualTo(413);
		assertThat(this.api.get("/api/v1/user/movies?limit=101").status()).isEqualTo(400);
		assertThat(this.api.get("/api/v1/user/movies?limit=-1").status()).isEqualTo(400);
		String nested = "[".repeat(100_000);
		assertThat(user().post("/api/v1/bookings/book", nested).status()).isEqualTo(400);
		String email = "flood-" + System.nanoTime() + "@marquee.example";
		assertThat(this.api.post("/api/v1/auth/send-otp", Map.of("email", email)).status()).isEqualTo(200);
		Api.Answer again = this.api.post("/api/v1/auth/send-otp", Map.of("email", email));
		assertThat(again.status()).isEqualTo(429);
		assertThat(Integer.parseInt(again.header("Retry-After"))).isBetween(1, 60);
	}

	/** API5: broken function level authorization. */
	@ParameterizedTest
	@CsvSource({ "auth-service,8101", "catalog-service,8102", "booking-service,8103", "offers-service,8104",
			"notification-service,8105", "admin-service,8106" })
	void adminPathsAreForAdminsThroughTheGatewayAndStraightAtTheService(String service, int port) {
		List<String> calls = documented(service).filter((call) -> call.matches("\\w+ /api/v1/(admin|queue)/.*"))
			.filter((call) -> !call.endsWith("/admin/login"))
			.toList();
		String user = login(USER).data("accessToken").asString();
		String staff = login(STAFF).data("accessToken").asString();
		for (String address : List.of(this.suite.gateway(), this.suite.address(port))) {
			for (String call : calls) {
				String method = call.substring(0, call.indexOf(' '));
				String path = call.substring(call.indexOf(' ') + 1).replaceAll("\\{[^}]+}", "x");
				assertThat(Api.at(address).call(method, path).status()).as(address + " " + call).isEqualTo(401);
				assertThat(Api.at(address).as(user).call(method, path).status()).as(address + " " + call)
					.isEqualTo(403);
				if (!path.endsWith("/check-in")) {
					assertThat(Api.at(address).as(staff).call(method, path).status()).as(address + " " + call)
						.isEqualTo(403);
				}
			}
		}
	}

	/** API6: unrestricted access to sensitive business flows. */
	@Test
	void onePersonCannotBuyUpAShow() {
		Newcomer tout = Newcomer.signUp(this.suite, "Terry Tout");
		String show = this.box.show(9);
		List<String> seats = this.box.freeSeats(show, 11);
		Api.Answer ten = tout.api()
			.post("/api/v1/bookings/book", Map.of("showId", show, "seats", seats.subList(0, 10)));
		assertThat(ten.status()).as(ten.toString()).isEqualTo(201);
		Api.Answer eleventh = tout.api()
			.post("/api/v1/bookings/book", Map.of("showId", show, "seats", seats.subList(10, 11)));
		assertThat(eleventh.status()).isEqualTo(409);
		assertThat(eleventh.code()).isEqualTo("SEAT_LIMIT_REACHED");
		assertThat(tout.api().delete("/api/v1/bookings/" + ten.data("bookingId").asString() + "/hold").status())
			.isEqualTo(200);
	}

	/** API7: server side request forgery. */
	@Test
	void noAddressOfOursIsFetchedByAsking() {
		Newcomer mallory = Newcomer.signUp(this.suite, "Mallory Forge");
		for (String address : List.of("http://169.254.169.254/latest/meta-data", "file:///etc/passwd",
				"gopher://localhost:27017/x", "https://user:password@example.org/a.png", "javascript:alert(1)")) {
			assertThat(mallory.api().patch("/api/v1/user/profile", Map.of("profilePicture", address)).status())
				.as(address)
				.isEqualTo(400);
		}
	}

	/** API8: security misconfiguration. */
	@Test
	void everyAnswerIsHardenedAndNoneTellsOfTheInside() {
		List<Api.Answer> answers = List.of(this.api.get("/"), this.api.get("/api/v1/user/movies"),
				this.api.get("/api/v1/auth/me"), this.api.get("/api/v1/nowhere"),
				this.api.post("/api/v1/auth/login", "{"), this.api.get("/api/v1/user/movies/%2e%2e%2fx"));
		for (Api.Answer answer : answers) {
			assertThat(answer.header("X-Content-Type-Options")).as(answer.toString()).isEqualTo("nosniff");
			assertThat(answer.header("Content-Security-Policy")).as(answer.toString()).contains("default-src 'none'");
			assertThat(answer.header("X-Frame-Options")).isEqualTo("DENY");
			assertThat(answer.response().headers().map()).doesNotContainKeys("server", "x-powered-by");
			assertThat(answer.toString()).doesNotContainIgnoringCase("exception", "org.springframework", "at java.");
		}
		for (String path : List.of("/actuator", "/actuator/env", "/actuator/heapdump", "/actuator/prometheus",
				"/actuator/gateway/routes")) {
			assertThat(this.api.get(path).status()).as(path).isEqualTo(404);
		}
		for (int port : List.of(8101, 8102, 8103, 8104, 8105, 8106)) {
			assertThat(Api.at(this.suite.address(port)).get("/actuator/env").status()).isIn(401, 403, 404);
			assertThat(Api.at(this.suite.address(port)).get("/actuator/heapdump").status()).isIn(401, 403, 404);
		}
		Api.Answer foreign = this.api.with("Origin", "https://evil.example").get("/api/v1/user/movies");
		assertThat(foreign.response().headers().firstValue("Access-Control-Allow-Origin")).isEmpty();
		assertThat(this.api.call("TRACE", "/api/v1/user/movies").status()).isIn(400, 403, 404, 405);
	}

	/** API9: improper inventory management. */
	@ParameterizedTest
	@ValueSource(strings = { "/internal/totals", "/%69nternal/totals", "/api/v1/../../internal/totals",
			"//internal/totals", "/api/v1/..;/internal/totals", "/INTERNAL/totals", "/api/v1/internal/totals",
			"/api/v0/user/movies", "/v3/api-docs/../internal/totals" })
	void nothingButTheDocumentedApiIsReached(String path) {
		String service = tokenOfClient("marquee-services", "MARQUEE_SERVICE_CLIENT_SECRET");
		assertThat(this.api.as(service).get(path).status()).as(path).isIn(400, 404);
	}

	@ParameterizedTest
	@ValueSource(strings = { "auth-service", "catalog-service", "booking-service", "offers-service",
			"notification-service", "admin-service" })
	void whatIsDocumentedIsRoutedAndWhatIsInternalIsNotDocumented(String service) {
		List<String> calls = documented(service).toList();
		assertThat(calls).allMatch((call) -> call.contains(" /api/v1/"));
		Api admin = this.api.loggedIn("admin@marquee.example", this.suite.demoPassword());
		for (String call : calls) {
			if (call.startsWith("GET ") && !call.endsWith("/stream")) {
				Api.Answer answer = admin.get(call.substring(4).replaceAll("\\{[^}]+}", "x"));
				assertThat(answer.code()).as(call + ": " + answer).isNotEqualTo("NOT_FOUND");
			}
		}
	}

	/** API10: unsafe consumption of APIs. */
	@Test
	void nobodyCanSayThatTheProviderWasPaid() {
		String report = "{\"type\":\"charge.succeeded\",\"charge\":{\"id\":\"ch_1\",\"status\":\"SUCCEEDED\"}}";
		String hooks = "/api/v1/payments/webhooks/";
		assertThat(this.api.post(hooks + "simulated", report).status()).isEqualTo(401);
		for (String signature : List.of("t=1,v1=00", "t=" + System.currentTimeMillis() / 1000 + ",v1=" + "0".repeat(64),
				"garbage")) {
			assertThat(this.api.with("Marquee-Signature", signature).post(hooks + "simulated", report).status())
				.as(signature)
				.isEqualTo(401);
		}
		assertThat(this.api.post(hooks + "nobody", report).status()).isEqualTo(404);
	}

	/** Each call of a service's description, such as {@code GET /api/v1/auth/me}. */
	private Stream<String> documented(String service) {
		Api.Answer description = this.api.get("/v3/api-docs/" + service);
		assertThat(description.status()).isEqualTo(200);
		List<String> calls = new ArrayList<>();
		description.body()
			.path("paths")
			.properties()
			.forEach((path) -> path.getValue()
				.propertyNames()
				.stream()
				.filter((method) -> List.of("get", "put", "post", "delete", "patch").contains(method))
				.forEach((method) -> calls.add(method.toUpperCase(java.util.Locale.ROOT) + " " + path.getKey())));
		assertThat(calls).isNotEmpty();
		return calls.stream();
	}

	private String tokenOfClient(String client, String secret) {
		Api.Answer answer = Api.at(this.suite.address(8180))
			.form("/realms/marquee/protocol/openid-connect/token", "grant_type=client_credentials&client_id=" + client
					+ "&client_secret=" + this.suite.secret(secret));
		assertThat(answer.status()).isEqualTo(200);
		return answer.body().path("access_token").asString();
	}

	private Api.Answer login(String email) {
		return this.api.post("/api/v1/auth/login", Map.of("email", email, "password", this.suite.demoPassword()));
	}

	private Api user() {
		return this.api.as(login(USER).data("accessToken").asString());
	}

}
