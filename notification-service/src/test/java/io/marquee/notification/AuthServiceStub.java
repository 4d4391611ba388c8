package io.marquee.notification;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/**
 * Auth-service as far as this service knows it: customers have the address
 * {@code <id>@marquee.example}; all but {@code nobody} exist.
 */
final class AuthServiceStub {

	private final HttpServer server;

	private volatile boolean up = true;

	private volatile int questions;

	AuthServiceStub() {
		try {
			this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		this.server.createContext("/internal/users/", this::answer);
		this.server.start();
	}

	String address() {
		return "http://localhost:" + this.server.getAddress().getPort();
	}

	void up(boolean up) {
		this.up = up;
	}

	int questions() {
		return this.questions;
	}

	private void answer(HttpExchange exchange) throws IOException {
		try (exchange) {
			this.questions++;
			String id = exchange.getRequestURI().getPath().substring("/internal/users/".length());
			int status = !this.up ? 503 : id.equals("nobody") ? 404 : 200;
			byte[] body = ((status == 200)
					? """
							{"id":"%s","email":"%s@marquee.example","fullName":"Asha <b>Rao</b>","language":"en"}"""
						.formatted(id, id)
					: """
							{"statusCode":%d,"data":null,"message":"no","success":false,"errors":[],"code":"NO"}"""
						.formatted(status))
				.getBytes(StandardCharsets.UTF_8);
			exchange.getResponseHeaders().add("Content-Type", "application/json");
			exchange.sendResponseHeaders(status, body.length);
			exchange.getResponseBody().write(body);
		}
	}

}
