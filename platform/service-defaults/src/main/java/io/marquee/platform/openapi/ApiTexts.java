package io.marquee.platform.openapi;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;

/**
 * What a service says of its API in {@code api.yml}: prose, and which failures to expect.
 * All else is read off the controllers.
 *
 * @param tags what the parts of the API are for, by name
 * @param parameters what parameters mean, by name
 * @param operations what can be done, by method and path
 */
record ApiTexts(String title, String description, Map<String, String> tags, Map<String, String> parameters,
		Map<String, OperationText> operations) {

	/**
	 * One thing that can be done.
	 *
	 * @param media what comes instead of JSON, if something else does
	 * @param body what may be sent instead of JSON, by media type: what it is. A request
	 * that is read as it comes shows nothing of that
	 * @param answers what a status says, where there is more than success
	 * @param failures {@code status CODE message} each
	 * @param idempotent whether it honours {@code Idempotency-Key}
	 */
	record OperationText(String id, String tag, String summary, @Nullable String description, @Nullable String media,
			@Nullable Map<String, String> body, @Nullable Map<String, String> answers, @Nullable List<String> failures,
			@Nullable Boolean idempotent) {
	}

	static ApiTexts load(String service, JsonMapper json) {
		Resource texts = new ClassPathResource("api.yml");
		if (!texts.exists()) {
			return new ApiTexts(service, "", Map.of(), Map.of(), Map.of());
		}
		try (InputStream in = texts.getInputStream()) {
			Object read = new Yaml().load(in);
			return json.convertValue(read, ApiTexts.class);
		}
		catch (IOException ex) {
			throw new IllegalStateException("Cannot read " + texts, ex);
		}
	}

}
