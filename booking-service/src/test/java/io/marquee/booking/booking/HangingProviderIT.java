package io.marquee.booking.booking;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** A provider that takes charges and never answers them. */
class HangingProviderIT extends BookingIT {

	private static final int AT_ONCE = 4;

	private static final AtomicInteger hanging = new AtomicInteger();

	private static final CountDownLatch end = new CountDownLatch(1);

	@DynamicPropertySource
	static void hangingProvider(DynamicPropertyRegistry registry) {
		HttpServer provider = start();
		registry.add("marquee.payments.simulated.url", () -> "http://localhost:" + provider.getAddress().getPort());
		registry.add("marquee.payments.simulated.answer-time", () -> "60s");
		registry.add("marquee.payments.at-once", () -> AT_ONCE);
	}

	@Test
	void costsNeitherTheSeatMapNorOtherHoldsNorTheReconciler() throws Exception {
		List<Answer> paying = IntStream.rangeClosed(1, AT_ONCE).mapToObj((i) -> book("u-" + i, "A" + i)).toList();
		Answer late = book("u-5", "B1");
		try (ExecutorService customers = Executors.newVirtualThreadPerTaskExecutor()) {
			List<Future<Answer>> answers = IntStream.range(0, AT_ONCE)
				.mapToObj((i) -> customers.submit(() -> confirm("u-" + (i + 1), paying.get(i), "tok_visa")))
				.toList();
			try {
				await().until(() -> hanging.get() == AT_ONCE);
				Answer refused = confirm("u-5", late, "tok_visa");
				assertThat(refused.status()).isEqualTo(503);
				assertThat(refused.code()).isEqualTo("PAYMENT_PROVIDER_UNAVAILABLE");
				assertThat(refused.retryAfter()).isPresent();
				assertThat(status("u-5", late).data("status")).isEqualTo("HELD");
				assertThat(seat("A1")).isEqualTo("held");
				assertThat(book("u-6", "C1").status()).isEqualTo(201);
				this.clock.advance(Duration.ofMinutes(5));
				this.deadlines.sweep();
				assertThat(status("u-5", late).data("status")).isEqualTo("EXPIRED");
				assertThat(status("u-1", paying.getFirst()).data("status")).isEqualTo("EXPIRED");
				assertThat(seat("A1")).isEqualTo("available");
			}
			finally {
				end.countDown();
			}
			for (Future<Answer> answer : answers) {
				assertThat(answer.get().status()).as("unclear, and the hold is over").isEqualTo(202);
			}
		}
	}

	private static HttpServer start() {
		try {
			HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
			server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
			server.createContext("/", HangingProviderIT::answer);
			server.start();
			return server;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static void answer(HttpExchange exchange) throws IOException {
		try (exchange) {
			if (exchange.getRequestMethod().equals("GET")) {
				byte[] nothing = "{\"data\":[]}".getBytes(StandardCharsets.UTF_8);
				exchange.getResponseHeaders().set("Content-Type", "application/json");
				exchange.sendResponseHeaders(200, nothing.length);
				exchange.getResponseBody().write(nothing);
				return;
			}
			hanging.incrementAndGet();
			end.await();
			exchange.sendResponseHeaders(500, -1);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

}
