package io.marquee.platform.web;

import java.util.Set;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.deser.DeserializationProblemHandler;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Refuses body fields that a request must never set (mass assignment, OWASP API3:2023);
 * other unknown fields are ignored.
 */
public final class ProtectedFields extends DeserializationProblemHandler {

	private static final Set<String> NAMES = Set.of("price", "amount", "total", "discount", "userId", "ownerId",
			"status", "state", "isAdmin", "admin", "role", "roles", "emailVerified", "isBlocked", "blocked", "paid",
			"expiresAt", "createdAt", "updatedAt");

	private ProtectedFields() {
	}

	/**
	 * A mapper for what requests say. Not for what other servers answer: they may name
	 * their fields as they like.
	 * @param json a mapper
	 * @return the same that refuses protected fields
	 */
	public static JsonMapper guard(JsonMapper json) {
		return json.rebuild().addHandler(new ProtectedFields()).build();
	}

	@Override
	public boolean handleUnknownProperty(DeserializationContext context, JsonParser parser,
			@Nullable ValueDeserializer<?> deserializer, Object target, String name) {
		if (target != null && NAMES.contains(name)) {
			Class<?> type = (target instanceof Class<?> known) ? known : target.getClass();
			throw UnrecognizedPropertyException.from(parser, type, name,
					(deserializer != null) ? deserializer.getKnownPropertyNames() : null);
		}
		parser.skipChildren();
		return true;
	}

}
