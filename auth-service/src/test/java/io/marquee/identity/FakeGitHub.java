package io.marquee.identity;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import org.jspecify.annotations.Nullable;

import org.springframework.web.util.UriComponentsBuilder;

/**
 * What Keycloak and the service see of GitHub, one for all tests of a JVM. Whoever comes
 * to log in is at once the account that was last named.
 */
final class FakeGitHub {

	private static final Map<String, Account> TOKENS = new ConcurrentHashMap<>();

	private static final HttpServer SERVER = start();

	private static volatile Account current = new Account(1, "nobody", "nobody@example.org", false);

	private static volatile int servicePort;

	private FakeGitHub() {
	}

	static String url() {
		return "http://localhost:" + SERVER.getAddress().getPort();
	}

	/** Says who logs in next, and where the service listens that Keycloak asks. */
	static void logsIn(Account account, int port) {
		current = account;
		servicePort = port;
	}

	/** A token that GitHub gives for an account; here, the code as well. */
	static String tokenOf(Account account) {
		String token = UUID.randomUUID().toString();
		TOKENS.put(token, account);
		return token;
	}

	private static HttpServer start() {
		try {
			HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
			server.createContext("/login/oauth/authorize", FakeGitHub::authorize);
			server.createContext("/login/oauth/access_token", FakeGitHub::token);
			server.createContext("/api/user", FakeGitHub::user);
			server.createContext("/api/user/emails", FakeGitHub::emails);
			server.createContext("/account/user", FakeGitHub::forward);
			// It calls the service, which calls it.
			server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
			server.start();
			return server;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static void authorize(HttpExchange exchange) throws IOException {
		Map<String, String> query = UriComponentsBuilder.fromUri(exchange.getRequestURI())
			.build()
			.getQueryParams()
			.toSingleValueMap();
		String code = tokenOf(current);
		exchange.getResponseHeaders()
			.add("Location", java.net.URLDecoder.decode(query.get("redirect_uri"), StandardCharsets.UTF_8) + "?code="
					+ code + "&state=" + query.get("state"));
		answer(exchange, 302, "");
	}

	private static void token(HttpExchange exchange) throws IOException {
		String form = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
		String code = form.replaceFirst("^(.*&)?code=([^&]+).*$", "$2");
		answer(exchange, 200, "access_token=" + code + "&scope=user%3Aemail&token_type=bearer");
	}

	private static void user(HttpExchange exchange) throws IOException {
		Account account = account(exchange);
		if (account == null) {
			answer(exchange, 401, "{}");
			return;
		}
		answer(exchange, 200, """
				{"id": %d, "login": "%s", "name": "Octo Cat", "email": "%s"}""".formatted(account.id(), account.login(),
				account.email()));
	}

	private static void emails(HttpExchange exchange) throws IOException {
		Account account = account(exchange);
		if (account == null) {
			answer(exchange, 401, "{}");
			return;
		}
		answer(exchange, 200, """
				[{"email": "second-%s", "primary": false, "verified": true},
				 {"email": "%s", "primary": true, "verified": %s}]""".formatted(account.email(), account.email(),
				account.verified()));
	}

	private static void forward(HttpExchange exchange) throws IOException {
		try (HttpClient http = HttpClient.newHttpClient()) {
			HttpResponse<String> response = http
				.send(HttpRequest.newBuilder(URI.create("http://localhost:" + servicePort + "/brokers/github/user"))
					.header("Authorization", exchange.getRequestHeaders().getFirst("Authorization"))
					.build(), HttpResponse.BodyHandlers.ofString());
			answer(exchange, response.statusCode(), response.body());
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private static @Nullable Account account(HttpExchange exchange) {
		return TOKENS.get(exchange.getRequestHeaders().getFirst("Authorization").replace("Bearer ", ""));
	}

	private static void answer(HttpExchange exchange, int status, String body) throws IOException {
		byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
		exchange.getResponseHeaders()
			.add("Content-Type", body.startsWith("access") ? "application/x-www-form-urlencoded" : "application/json");
		exchange.sendResponseHeaders(status, (bytes.length > 0) ? bytes.length : -1);
		exchange.getResponseBody().write(bytes);
		exchange.close();
	}

	/**
	 * An account there.
	 *
	 * @param id its id
	 * @param login its name
	 * @param email its public and primary address
	 * @param verified whether that is proven
	 */
	record Account(long id, String login, String email, boolean verified) {

	}

}
