package io.marquee.catalog;

import java.nio.charset.StandardCharsets;
import java.util.List;

import tools.jackson.databind.JsonNode;

import org.springframework.boot.test.context.TestComponent;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.EntityExchangeResult;
import org.springframework.test.web.servlet.client.RestTestClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Sends and fetches files.
 */
@TestComponent
class TransferClient {

	private final RestTestClient http;

	private final CatalogClient client;

	TransferClient(RestTestClient http, CatalogClient client) {
		this.http = http;
		this.client = client;
	}

	JsonNode send(String kind, String file, int status) {
		return send(kind, file, status, false);
	}

	JsonNode send(String kind, String file, int status, boolean dryRun) {
		return this.client.answer(this.http.post()
			.uri("/api/v1/admin/" + kind + "/import?dryRun=" + dryRun)
			.headers((headers) -> headers.setBearerAuth(this.client.tokens().admin()))
			.contentType(file.startsWith("[") ? MediaType.APPLICATION_JSON : MediaType.valueOf("text/csv"))
			.body(file.getBytes(StandardCharsets.UTF_8))
			.exchange(), status);
	}

	JsonNode send(String kind, String file, MediaType type, int status) {
		return this.client.answer(this.http.post()
			.uri("/api/v1/admin/" + kind + "/import")
			.headers((headers) -> headers.setBearerAuth(this.client.tokens().admin()))
			.contentType(type)
			.body(file.getBytes(StandardCharsets.UTF_8))
			.exchange(), status);
	}

	/** An import that must be taken: created, updated, unchanged. */
	List<Integer> imported(String kind, String file) {
		JsonNode report = send(kind, file, 200).get("data");
		assertThat(report.get("failed")).as(report.toString()).isEmpty();
		return List.of(report.get("created").asInt(), report.get("updated").asInt(), report.get("unchanged").asInt());
	}

	/** An import that must be refused: what is wrong with it. */
	List<String> problems(String kind, String file) {
		JsonNode answer = send(kind, file, 400);
		assertThat(answer.get("code").asString()).isEqualTo("IMPORT_INVALID");
		return answer.get("errors")
			.valueStream()
			.map((error) -> error.get("field").asString() + " " + error.get("message").asString())
			.toList();
	}

	EntityExchangeResult<byte[]> fetch(String kind, String query) {
		return this.http.get()
			.uri("/api/v1/admin/" + kind + "/export" + query)
			.headers((headers) -> headers.setBearerAuth(this.client.tokens().admin()))
			.exchange()
			.expectBody()
			.returnResult();
	}

	String exported(String kind, String query) {
		EntityExchangeResult<byte[]> answer = fetch(kind, query);
		byte[] body = answer.getResponseBody();
		assertThat(answer.getStatus().value()).isEqualTo(200);
		return new String((body != null) ? body : new byte[0], StandardCharsets.UTF_8);
	}

}
