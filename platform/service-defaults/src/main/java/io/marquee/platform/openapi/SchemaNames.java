package io.marquee.platform.openapi;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import io.swagger.v3.core.jackson.TypeNameResolver;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Names schemas after their classes, with that around it: views are records inside of
 * others and share their simple names. What is null in a record is so in its schema.
 */
class SchemaNames extends TypeNameResolver {

	private final Map<String, Class<?>> records = new ConcurrentHashMap<>();

	@Override
	protected String getNameOfClass(Class<?> type) {
		Class<?> enclosing = type.getEnclosingClass();
		String name = (enclosing != null) ? getNameOfClass(enclosing) + type.getSimpleName() : type.getSimpleName();
		if (type.isRecord()) {
			this.records.put(name, type);
		}
		return name;
	}

	/** Says which properties are always there, and which of them may be null. */
	void markNullable(String name, Schema<?> schema) {
		Class<?> type = this.records.get(name);
		if (type == null || schema.getProperties() == null) {
			return;
		}
		List<String> required = new ArrayList<>();
		for (RecordComponent component : type.getRecordComponents()) {
			Schema<?> property = (Schema<?>) schema.getProperties().get(component.getName());
			if (property == null) {
				continue;
			}
			if (component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
				schema.addProperty(component.getName(), nullable(property));
			}
			else {
				required.add(component.getName());
			}
		}
		schema.setRequired(required);
	}

	private static Schema<?> nullable(Schema<?> property) {
		if (property.get$ref() == null && property.getEnum() == null && property.getTypes() != null) {
			property.addType("null");
			return property;
		}
		return new JsonSchema().anyOf(List.of(property, Schemas.of("null")));
	}

}
