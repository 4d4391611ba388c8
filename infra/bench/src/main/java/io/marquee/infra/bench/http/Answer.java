package io.marquee.infra.bench.http;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What came back.
 *
 * @param status the HTTP status, or 0 when there was no answer
 * @param body the body, or why there was no answer
 * @param sent whether the request may have reached the server
 */
public record Answer(int status, String body, boolean sent) {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	static Answer none(String why, boolean sent) {
		return new Answer(0, why, sent);
	}

	/**
	 * Whether the connection brought an answer at all.
	 * @return whether there is a status
	 */
	public boolean arrived() {
		return this.status != 0;
	}

	/**
	 * Whether it is one of the 2xx.
	 * @return whether the server said yes
	 */
	public boolean succeeded() {
		return this.status >= 200 && this.status < 300;
	}

	/**
	 * The body as JSON.
	 * @return the body
	 */
	public JsonNode json() {
		return (arrived() && this.body.startsWith("{")) ? JSON.readTree(this.body) : JSON.createObjectNode();
	}

	/**
	 * A text of the envelope's data.
	 * @param field its name
	 * @return the text, empty if there is none
	 */
	public String data(String field) {
		return json().path("data").path(field).asString("");
	}

	/**
	 * The code of an error.
	 * @return the code, empty if there is none
	 */
	public String code() {
		return json().path("code").asString("");
	}

}
