package io.marquee.gateway;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/**
 * A service behind the gateway: says who it is, repeats what it was sent, and fails as
 * its path asks.
 */
class Downstream implements AutoCloseable {

	private final String name;

	private final HttpServer server;

	private final CountDownLatch closed = new CountDownLatch(1);

	final Semaphore firstEventRead = new Semaphore(0);

	final AtomicInteger requests = new AtomicInteger();

	volatile Headers lastHeaders = new Headers();

	volatile String lastPath = "";

	volatile long lastBodyLength;

	Downstream(String name) {
		this.name = name;
		try {
			this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		this.server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
		this.server.createContext("/", this::answer);
		this.server.start();
	}

	String uri() {
		return "http://localhost:" + this.server.getAddress().getPort();
	}

	private void answer(HttpExchange exchange) throws IOException {
		this.requests.incrementAndGet();
		this.lastHeaders = exchange.getRequestHeaders();
		this.lastPath = exchange.getRequestURI().getRawPath();
		this.lastBodyLength = exchange.getRequestBody().readAllBytes().length;
		if (this.lastPath.endsWith("/slow")) {
			waitForTheEnd();
		}
		byte[] body = "{\"owner\":\"%s\"}".formatted(this.name).getBytes(StandardCharsets.UTF_8);
		exchange.getResponseHeaders().set("Content-Type", "application/json");
		exchange.getResponseHeaders().set("X-Frame-Options", "SAMEORIGIN");
		exchange.getResponseHeaders().set("X-XSS-Protection", "0");
		if (this.lastPath.contains("/page")) {
			exchange.getResponseHeaders().set("Cache-Control", "no-cache, public");
			exchange.getResponseHeaders().set("ETag", "\"v1\"");
			exchange.getResponseHeaders().set("X-Trace-Id", "of the service");
		}
		if (this.lastPath.endsWith("/hangs-up")) {
			// An exception makes the server cut the connection without an answer.
			throw new IOException("hanging up");
		}
		if (this.lastPath.endsWith("/stream")) {
			stream(exchange);
			return;
		}
		exchange.sendResponseHeaders(this.lastPath.endsWith("/conflict") ? 409 : 200,
				"HEAD".equals(exchange.getRequestMethod()) ? -1 : body.length);
		if (!"HEAD".equals(exchange.getRequestMethod())) {
			exchange.getResponseBody().write(body);
		}
		exchange.close();
	}

	/** One event at once, and the next when the gateway would not wait any more. */
	private void stream(HttpExchange exchange) throws IOException {
		exchange.getResponseHeaders().set("Content-Type", "text/event-stream;charset=UTF-8");
		exchange.sendResponseHeaders(200, 0);
		exchange.getResponseBody().write("data: first\n\n".getBytes(StandardCharsets.UTF_8));
		exchange.getResponseBody().flush();
		this.firstEventRead.acquireUninterruptibly();
		exchange.getResponseBody().write("data: second\n\n".getBytes(StandardCharsets.UTF_8));
		exchange.close();
	}

	private void waitForTheEnd() {
		try {
			this.closed.await(30, TimeUnit.SECONDS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	@Override
	public void close() {
		this.closed.countDown();
		this.server.stop(0);
	}

}
