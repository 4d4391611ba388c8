package io.marquee.identity;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicBoolean;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/**
 * Another service as far as this one knows it: it holds three items about everybody, two
 * to a page.
 */
public final class OtherServices {

	private final HttpServer server;

	private final AtomicBoolean up = new AtomicBoolean(true);

	public OtherServices() {
		try {
			this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		this.server.createContext("/internal/users/", this::answer);
		this.server.start();
	}

	public String address() {
		return "http://localhost:" + this.server.getAddress().getPort();
	}

	public void up(boolean up) {
		this.up.set(up);
	}

	private void answer(HttpExchange exchange) throws IOException {
		try (exchange) {
			String id = exchange.getRequestURI().getPath().split("/")[3];
			boolean first = !"after=2".equals(exchange.getRequestURI().getQuery());
			String page = first ? "{\"items\":[{\"id\":\"1 of %s\"},{\"id\":\"2\"}],\"next\":\"2\"}"
					: "{\"items\":[{\"id\":\"3\"}]}";
			byte[] body = page.formatted(id).getBytes(StandardCharsets.UTF_8);
			exchange.getResponseHeaders().add("Content-Type", "application/json");
			exchange.sendResponseHeaders(this.up.get() ? 200 : 503, body.length);
			exchange.getResponseBody().write(body);
		}
	}

}
