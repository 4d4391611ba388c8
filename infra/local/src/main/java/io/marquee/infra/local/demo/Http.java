package io.marquee.infra.local.demo;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/**
 * An HTTP client that speaks JSON, as a frontend's would.
 */
public final class Http implements AutoCloseable {

	private static final Duration TIMEOUT = Duration.ofSeconds(20);

	private final HttpClient client = HttpClient.newBuilder()
		.connectTimeout(Duration.ofSeconds(3))
		.version(HttpClient.Version.HTTP_1_1)
		.build();

	private final JsonMapper json = JsonMapper.builder().build();

	private final Map<String, String> headers = new HashMap<>();

	/**
	 * Sends a header with every request from now on.
	 * @param name its name
	 * @param value its value
	 */
	void header(String name, String value) {
		this.headers.put(name, value);
	}

	public Answer get(String url) throws IOException, InterruptedException {
		return send(HttpRequest.newBuilder(URI.create(url)).GET());
	}

	public Answer delete(String url) throws IOException, InterruptedException {
		return send(HttpRequest.newBuilder(URI.create(url)).DELETE());
	}

	Answer post(String url, Object body, String... moreHeaders) throws IOException, InterruptedException {
		HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url))
			.header("Content-Type", "application/json")
			.POST(HttpRequest.BodyPublishers.ofString(this.json.writeValueAsString(body)));
		for (int i = 0; i < moreHeaders.length; i += 2) {
			request.header(moreHeaders[i], moreHeaders[i + 1]);
		}
		return send(request);
	}

	private Answer send(HttpRequest.Builder request) throws IOException, InterruptedException {
		this.headers.forEach(request::header);
		HttpResponse<String> response = this.client.send(request.timeout(TIMEOUT).build(),
				HttpResponse.BodyHandlers.ofString());
		return new Answer(response.statusCode(), parse(response.body()));
	}

	private JsonNode parse(String body) {
		try {
			return body.isBlank() ? MissingNode.getInstance() : this.json.readTree(body);
		}
		catch (JacksonException ex) {
			return this.json.getNodeFactory().stringNode(body);
		}
	}

	@Override
	public void close() {
		this.client.close();
	}

	/**
	 * An answer.
	 *
	 * @param status its HTTP status
	 * @param body its JSON
	 */
	public record Answer(int status, JsonNode body) {

		/** What a Marquee answer carries. */
		JsonNode data() {
			return this.body.path("data");
		}

	}

}
