package io.marquee.infra.local.mail;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.Executors;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import tools.jackson.databind.json.JsonMapper;

/**
 * The mailbox over HTTP: pages for people, JSON for programs.
 */
final class MailboxView {

	private static final String JSON = "application/json";

	private final HttpServer server;

	private final Mailbox mailbox;

	private final JsonMapper json = JsonMapper.builder().build();

	MailboxView(int port, Mailbox mailbox) throws IOException {
		this.mailbox = mailbox;
		this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
		this.server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
		this.server.createContext("/", this::handle);
	}

	void start() {
		this.server.start();
	}

	void stop() {
		this.server.stop(0);
	}

	private void handle(HttpExchange exchange) throws IOException {
		try (exchange) {
			Answer answer = answer(exchange);
			byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
			exchange.getResponseHeaders().set("Content-Type", answer.type() + "; charset=utf-8");
			// A mail's HTML is somebody's: it may look as it likes but run nothing.
			exchange.getResponseHeaders()
				.set("Content-Security-Policy",
						"default-src 'none'; style-src 'unsafe-inline'; " + "img-src data:; sandbox allow-same-origin");
			exchange.sendResponseHeaders(answer.status(), (body.length > 0) ? body.length : -1);
			exchange.getResponseBody().write(body);
		}
	}

	private Answer answer(HttpExchange exchange) throws IOException {
		String path = exchange.getRequestURI().getPath();
		boolean delete = exchange.getRequestMethod().equals("DELETE");
		if (path.equals("/api/messages") && delete) {
			this.mailbox.clear();
			return new Answer(204, JSON, "");
		}
		if (!exchange.getRequestMethod().equals("GET")) {
			return new Answer(405, JSON, "{}");
		}
		return switch (path) {
			case "/" -> new Answer(200, "text/html", MailPages.list(this.mailbox.list(Optional.empty())));
			case "/health" -> new Answer(200, JSON, "{\"status\":\"UP\"}");
			case "/api/messages" -> json(this.mailbox.list(parameter(exchange, "to")));
			default -> one(path);
		};
	}

	private Answer one(String path) {
		boolean api = path.startsWith("/api/messages/");
		String id = path.substring(path.lastIndexOf('/') + 1);
		if (!api && !path.equals("/messages/" + id)) {
			return new Answer(404, JSON, "{}");
		}
		return this.mailbox.find(id)
			.map((mail) -> api ? json(mail) : new Answer(200, "text/html", MailPages.one(mail)))
			.orElse(new Answer(404, JSON, "{}"));
	}

	private Answer json(Object value) {
		return new Answer(200, JSON, this.json.writeValueAsString(value));
	}

	private static Optional<String> parameter(HttpExchange exchange, String name) {
		String query = Optional.ofNullable(exchange.getRequestURI().getRawQuery()).orElse("");
		for (String pair : query.split("&")) {
			if (pair.startsWith(name + "=")) {
				return Optional.of(URLDecoder.decode(pair.substring(name.length() + 1), StandardCharsets.UTF_8));
			}
		}
		return Optional.empty();
	}

	/**
	 * An answer.
	 *
	 * @param status its HTTP status
	 * @param type the type of its body
	 * @param body its body
	 */
	private record Answer(int status, String type, String body) {

	}

}
