package io.marquee.catalog.transfer;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.http.HttpStatus;

import io.marquee.platform.web.ApiException;

/**
 * Reads an array of objects. Items are counted from 1.
 */
final class JsonLines {

	private final JsonMapper json;

	private final ImportProblems problems;

	JsonLines(JsonMapper json, ImportProblems problems) {
		this.json = json;
		this.problems = problems;
	}

	List<ImportLine> read(byte[] file) {
		List<ImportLine> lines = new ArrayList<>();
		JsonNode items = parse(file);
		if (!items.isArray()) {
			throw malformed("The body must be a JSON array of objects");
		}
		if (items.size() > ImportFile.MOST) {
			this.problems.add("item " + (ImportFile.MOST + 1), "",
					"a file holds at most " + ImportFile.MOST + " items; send it in parts");
			return List.of();
		}
		for (JsonNode item : items) {
			String label = "item " + (lines.size() + 1);
			ObjectNode content = this.json.createObjectNode();
			if (item instanceof ObjectNode object) {
				content = object;
			}
			else {
				this.problems.add(label, "", "must be an object");
			}
			lines.add(new ImportLine(label, content, UnaryOperator.identity()));
		}
		return lines;
	}

	private JsonNode parse(byte[] file) {
		try {
			return this.json.readTree(file);
		}
		catch (JacksonException ex) {
			TokenStreamLocation place = ex.getLocation();
			throw malformed("The body is not valid JSON"
					+ ((place != null) ? " (line " + place.getLineNr() + ", column " + place.getColumnNr() + ")" : ""));
		}
	}

	private static ApiException malformed(String message) {
		return new ApiException(HttpStatus.BAD_REQUEST, "MALFORMED_JSON", message);
	}

}
