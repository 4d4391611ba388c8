package io.marquee.infra.bench.catalog;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.marquee.infra.bench.stack.Stack;

/**
 * Puts a catalogue into a stack as an administrator does: by import.
 */
final class Loading {

	private static final int MOST_LINES = 5_000;

	/** Below the gateway's limit, so that the same calls would pass there. */
	private static final int MOST_BYTES = 1_000_000;

	private static final Duration PATIENCE = Duration.ofMinutes(5);

	private static final Duration LONGEST = Duration.ofMinutes(30);

	private static final Pattern DEPTH = Pattern.compile("(?m)^marquee_outbox_depth_documents\\{.*} ([\\d.E+]+)$");

	private final Stack stack;

	private final Consumer<String> progress;

	private final HttpClient client = HttpClient.newHttpClient();

	Loading(Stack stack, Consumer<String> progress) {
		this.stack = stack;
		this.progress = progress;
	}

	/** Loads all and waits until Kafka has every event. */
	void load(GeneratedCatalog catalog) throws InterruptedException {
		load("movies", catalog.movies());
		load("venues", catalog.venues());
		load("shows", catalog.shows());
		awaitEvents();
	}

	private void load(String kind, Csv table) throws InterruptedException {
		List<String> parts = table.parts(MOST_LINES, MOST_BYTES);
		long start = System.nanoTime();
		for (int i = 0; i < parts.size(); i++) {
			HttpResponse<String> answer = send(request("/api/v1/admin/" + kind + "/import")
				.header("Authorization", "Bearer " + this.stack.mint().admin())
				.header("Content-Type", "text/csv")
				.POST(HttpRequest.BodyPublishers.ofString(parts.get(i))));
			if (answer.statusCode() != 200) {
				throw new IllegalStateException("The import of " + kind + " says " + answer.body());
			}
			if (i % 10 == 9 || i == parts.size() - 1) {
				this.progress.accept("imported %d of %d parts of %s, %d s".formatted(i + 1, parts.size(), kind,
						TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - start)));
			}
		}
	}

	/** Otherwise they would be sent while it is measured. */
	private void awaitEvents() throws InterruptedException {
		long end = System.nanoTime() + LONGEST.toNanos();
		int quiet = 0;
		while (quiet < 3) {
			if (System.nanoTime() > end) {
				throw new IllegalStateException("Events still wait in the catalogue's outbox");
			}
			TimeUnit.SECONDS.sleep(1);
			Matcher depth = DEPTH.matcher(send(request("/actuator/prometheus").GET()).body());
			double waiting = 0;
			while (depth.find()) {
				waiting += Double.parseDouble(depth.group(1));
			}
			quiet = (waiting == 0) ? quiet + 1 : 0;
		}
	}

	private HttpRequest.Builder request(String path) {
		return HttpRequest.newBuilder(URI.create("http://localhost:" + this.stack.catalogPort() + path))
			.timeout(PATIENCE);
	}

	private HttpResponse<String> send(HttpRequest.Builder request) throws InterruptedException {
		try {
			return this.client.send(request.build(), HttpResponse.BodyHandlers.ofString());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
