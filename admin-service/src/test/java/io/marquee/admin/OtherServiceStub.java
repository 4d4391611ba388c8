package io.marquee.admin;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicBoolean;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/**
 * Catalog-service or auth-service as far as this service knows them: it tells the totals
 * of both, and its reader takes what is its own.
 */
final class OtherServiceStub {

	private static final String TOTALS = """
			{"movies":60,"venues":12,"shows":500,"activeShows":400,"users":7,"blockedUsers":1}""";

	private final HttpServer server;

	private final AtomicBoolean up = new AtomicBoolean(true);

	OtherServiceStub() {
		try {
			this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		this.server.createContext("/internal/totals", this::answer);
		this.server.start();
	}

	String address() {
		return "http://localhost:" + this.server.getAddress().getPort();
	}

	void up(boolean up) {
		this.up.set(up);
	}

	private void answer(HttpExchange exchange) throws IOException {
		try (exchange) {
			byte[] body = TOTALS.getBytes(StandardCharsets.UTF_8);
			exchange.getResponseHeaders().add("Content-Type", "application/json");
			exchange.sendResponseHeaders(this.up.get() ? 200 : 503, body.length);
			exchange.getResponseBody().write(body);
		}
	}

}
