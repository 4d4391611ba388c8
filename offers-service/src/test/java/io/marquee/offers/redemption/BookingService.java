package io.marquee.offers.redemption;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/**
 * Answers in booking-service's place.
 */
class BookingService {

	private final Set<String> bookings = ConcurrentHashMap.newKeySet();

	private final HttpServer server;

	private volatile boolean down;

	BookingService() {
		try {
			this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
			this.server.createContext("/internal/bookings/", this::answer);
			this.server.start();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	String url() {
		return "http://localhost:" + this.server.getAddress().getPort();
	}

	void hold(String bookingId) {
		this.bookings.add(bookingId);
	}

	void down(boolean isDown) {
		this.down = isDown;
	}

	private void answer(HttpExchange exchange) throws IOException {
		String id = exchange.getRequestURI().getPath().substring("/internal/bookings/".length());
		int status = this.down ? 503 : (this.bookings.contains(id) ? 200 : 404);
		String json = (status == 200) ? "{\"bookingId\":\"%s\",\"status\":\"HELD\"}".formatted(id)
				: "{\"code\":\"BOOKING_NOT_FOUND\",\"message\":\"There is no such booking\"}";
		byte[] body = json.getBytes(StandardCharsets.UTF_8);
		exchange.getResponseHeaders().set("Content-Type", "application/json");
		exchange.sendResponseHeaders(status, body.length);
		exchange.getResponseBody().write(body);
		exchange.close();
	}

}
