package io.marquee.booking.support;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads server-sent events as a browser does. */
public final class EventStreamClient implements AutoCloseable {

	/** What comes when the server has ended the stream. */
	public static final Event END = new Event("end", "", "");

	private static final Event HEARTBEAT = new Event("heartbeat", "", "");

	private static final JsonMapper json = JsonMapper.builder().build();

	private static final Duration PATIENCE = Duration.ofSeconds(20);

	private final HttpClient client = HttpClient.newHttpClient();

	private final HttpResponse<InputStream> response;

	private final BlockingQueue<Event> events = new LinkedBlockingQueue<>();

	private EventStreamClient(HttpRequest request) throws IOException, InterruptedException {
		this.response = this.client.send(request, BodyHandlers.ofInputStream());
		if (header("Content-Type").startsWith("text/event-stream")) {
			Thread.ofVirtual().start(this::read);
		}
	}

	public static EventStreamClient open(URI uri, String lastEventId) {
		HttpRequest.Builder request = HttpRequest.newBuilder(uri).header("Accept", "text/event-stream");
		if (lastEventId != null) {
			request.header("Last-Event-ID", lastEventId);
		}
		try {
			return new EventStreamClient(request.build());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	private void read() {
		try (BufferedReader lines = new BufferedReader(
				new InputStreamReader(this.response.body(), StandardCharsets.UTF_8))) {
			Event event = new Event("", "", "");
			for (String line = lines.readLine(); line != null; line = lines.readLine()) {
				if (line.equals(":")) {
					this.events.add(HEARTBEAT);
				}
				else if (!line.isEmpty()) {
					event = event.with(line);
				}
				else if (!event.data().isEmpty()) {
					this.events.add(event);
					event = new Event("", "", "");
				}
			}
		}
		catch (IOException ex) {
			// An end, too.
		}
		this.events.add(END);
	}

	public int status() {
		return this.response.statusCode();
	}

	public String header(String name) {
		return this.response.headers().firstValue(name).orElse("");
	}

	/** The next event, heart-beats aside. */
	public Event next() throws InterruptedException {
		long deadline = System.nanoTime() + PATIENCE.toNanos();
		while (true) {
			Event event = nextOrHeartbeat(deadline);
			if (event != HEARTBEAT) {
				return event;
			}
		}
	}

	/** Waits for a heart-beat; what else comes is lost. */
	public void awaitHeartbeat() throws InterruptedException {
		long deadline = System.nanoTime() + PATIENCE.toNanos();
		while (nextOrHeartbeat(deadline) != HEARTBEAT) {
			// the next may be
		}
	}

	public boolean hasEvent() {
		return this.events.stream().anyMatch((event) -> event != HEARTBEAT);
	}

	private Event nextOrHeartbeat(long deadline) throws InterruptedException {
		Event event = this.events.poll(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
		if (event == null) {
			throw new AssertionError("Nothing came for " + PATIENCE.toSeconds() + " s");
		}
		return event;
	}

	@Override
	public void close() {
		this.client.shutdownNow();
	}

	/** An event as it came. */
	public record Event(String name, String id, String data) {

		private Event with(String line) {
			return switch (line.substring(0, line.indexOf(": "))) {
				case "event" -> new Event(line.substring(7), this.id, this.data);
				case "id" -> new Event(this.name, line.substring(4), this.data);
				case "data" -> new Event(this.name, this.id, line.substring(6));
				default -> this;
			};
		}

		public JsonNode json() {
			return json.readTree(this.data);
		}

	}

}
