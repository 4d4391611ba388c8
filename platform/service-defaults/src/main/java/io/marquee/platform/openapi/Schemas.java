package io.marquee.platform.openapi;

import java.util.List;
import java.util.Map;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.Schema;

/** The shapes that all answers share. */
final class Schemas {

	private Schemas() {
	}

	static Schema<?> of(String type) {
		Schema<?> schema = new JsonSchema();
		schema.addType(type);
		return schema;
	}

	static Schema<?> reference(String name) {
		return new JsonSchema().$ref("#/components/schemas/" + name);
	}

	/** The data of a success, as it is sent. */
	static Schema<?> enveloped(Schema<?> data) {
		Schema<?> part = of("object");
		part.addProperty("data", data);
		return new JsonSchema().allOf(List.of(reference("Success"), part));
	}

	static void addTo(Components components) {
		components.addSchemas("Money", money());
		components.addSchemas("Success",
				object("What was asked for is in `data`.",
						Map.of("statusCode", of("integer").description("The HTTP status"), "message",
								of("string").description("One sentence for people"), "success", constant(true)),
						List.of("statusCode", "message", "success")));
		components.addSchemas("FieldProblem", object("What is wrong with a field.",
				Map.of("field", of("string"), "message", of("string")), List.of("field", "message")));
		Schema<?> errors = of("array").description("The fields concerned, maybe none");
		errors.setItems(reference("FieldProblem"));
		components.addSchemas("Failure", object(
				"The shape of every failure. With `Accept: application/problem+json` the same comes as RFC 9457, with "
						+ "`code`, `errors` and `traceId` as extension members.",
				Map.of("statusCode", of("integer").description("The HTTP status"), "data", of("null"), "message",
						of("string").description("What happened and what to do, for people"), "success",
						constant(false), "errors", errors, "code", of("string").description("Stable; decide by it"),
						"traceId", of("string").description("To quote when asking for help")),
				List.of("statusCode", "message", "success", "errors", "code")));
	}

	private static Schema<?> money() {
		Schema<?> money = object(
				"An exact amount; never a floating-point number.", Map.of("amount",
						of("string").pattern("^-?\\d+\\.\\d{2}$"), "currency", of("string").pattern("^[A-Z]{3}$")),
				List.of("amount", "currency"));
		money.setExample(Map.of("amount", "500.00", "currency", "INR"));
		return money;
	}

	private static Schema<?> constant(boolean value) {
		Schema<?> schema = of("boolean");
		schema.setConst(value);
		return schema;
	}

	private static Schema<?> object(String description, Map<String, Schema<?>> properties, List<String> required) {
		Schema<?> schema = of("object").description(description);
		properties.forEach(schema::addProperty);
		schema.setRequired(required);
		return schema;
	}

}
