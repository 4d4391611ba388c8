package io.marquee.e2e;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A client of the HTTP API, as a frontend is one.
 */
final class Api {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private static final HttpClient HTTP = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

	private final String base;

	private final Map<String, String> headers;

	private Api(String base, Map<String, String> headers) {
		this.base = base;
		this.headers = headers;
	}

	/** Calls without a token. */
	static Api at(String base) {
		return new Api(base, Map.of());
	}

	/** The same client with a bearer token. */
	Api as(String token) {
		return with("Authorization", "Bearer " + token);
	}

	/** The same client with one header more. */
	Api with(String name, String value) {
		Map<String, String> more = new java.util.HashMap<>(this.headers);
		more.put(name, value);
		return new Api(this.base, Map.copyOf(more));
	}

	/** The same client, logged in. */
	Api loggedIn(String email, String password) {
		Answer answer = post("/api/v1/auth/login", Map.of("email", email, "password", password));
		if (answer.status() != 200) {
			throw new IllegalStateException("Log-in failed: " + answer);
		}
		return as(answer.data("accessToken").asString());
	}

	Answer get(String path) {
		return send(request(path).GET());
	}

	Answer post(String path, Object body) {
		return send(posting(path, body));
	}

	CompletableFuture<Answer> postLater(String path, Object body) {
		return HTTP.sendAsync(posting(path, body).build(), HttpResponse.BodyHandlers.ofString()).thenApply(Api::answer);
	}

	Answer patch(String path, Object body) {
		return send(request(path).method("PATCH", json(body)));
	}

	Answer put(String path, Object body) {
		return send(request(path).PUT(json(body)));
	}

	Answer delete(String path) {
		return send(request(path).DELETE());
	}

	/** Any method, with an empty object as its body where one is usual. */
	Answer call(String method, String path) {
		boolean bodyless = method.equals("GET") || method.equals("DELETE") || method.equals("TRACE");
		return send(request(path).method(method,
				bodyless ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString("{}")));
	}

	/** Posts a form, already encoded. */
	Answer form(String path, String form) {
		return with("Content-Type", "application/x-www-form-urlencoded").post(path, form);
	}

	private HttpRequest.Builder posting(String path, Object body) {
		return request(path)
			.POST((body instanceof String text) ? HttpRequest.BodyPublishers.ofString(text) : json(body));
	}

	private static HttpRequest.BodyPublisher json(Object body) {
		return HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body));
	}

	private HttpRequest.Builder request(String path) {
		HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(this.base + path))
			.timeout(Duration.ofSeconds(30))
			.header("Content-Type", "application/json");
		this.headers.forEach(request::setHeader);
		return request;
	}

	private static Answer send(HttpRequest.Builder request) {
		try {
			return answer(HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString()));
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	private static Answer answer(HttpResponse<String> response) {
		String text = response.body();
		boolean json = response.headers().firstValue("Content-Type").orElse("").contains("json");
		return new Answer(response.statusCode(), json ? JSON.readTree(text) : JSON.nullNode(), response);
	}

	/** What came back. */
	record Answer(int status, JsonNode body, HttpResponse<String> response) {

		/** A field of the envelope's data, by path such as {@code items/0/id}. */
		JsonNode data(String path) {
			return this.body.at("/data" + (path.isEmpty() ? "" : "/" + path));
		}

		String code() {
			return this.body.path("code").asString("");
		}

		/** A header's first value, or an empty string. */
		String header(String name) {
			return this.response.headers().firstValue(name).orElse("");
		}

		@Override
		public String toString() {
			return this.status + " " + this.response.body();
		}

	}

}
