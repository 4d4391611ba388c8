package io.marquee.notification;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/**
 * Booking-service as far as this service knows it: every booking has a ticket, or none
 * has.
 */
final class BookingServiceStub {

	private final HttpServer server;

	private volatile int status = 200;

	private volatile int questions;

	BookingServiceStub() {
		try {
			this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		this.server.createContext("/internal/bookings/", this::answer);
		this.server.start();
	}

	String address() {
		return "http://localhost:" + this.server.getAddress().getPort();
	}

	void answers(int status) {
		this.status = status;
	}

	int questions() {
		return this.questions;
	}

	private void answer(HttpExchange exchange) throws IOException {
		try (exchange) {
			this.questions++;
			String file = exchange.getRequestURI().getPath().replaceFirst(".*/", "");
			String[] answer = switch (file) {
				case "ticket.png" -> new String[] { "image/png", "a picture" };
				case "ticket.pdf" -> new String[] { "application/pdf", "a page" };
				default -> new String[] { "text/calendar;charset=UTF-8", "a calendar" };
			};
			if (this.status != 200) {
				answer = new String[] { "application/json",
						"{\"statusCode\":%d,\"data\":null,\"message\":\"no\",\"success\":false,\"errors\":[],\"code\":\"TICKET_NOT_AVAILABLE\"}"
							.formatted(this.status) };
			}
			byte[] body = answer[1].getBytes(StandardCharsets.UTF_8);
			exchange.getResponseHeaders().add("Content-Type", answer[0]);
			exchange.sendResponseHeaders(this.status, body.length);
			exchange.getResponseBody().write(body);
		}
	}

}
