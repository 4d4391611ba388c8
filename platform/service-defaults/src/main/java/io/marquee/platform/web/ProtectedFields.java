package io.marquee.platform.web;

import java.util.Set;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.deser.DeserializationProblemHandler;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/**
 * Refuses body fields that a request must never set (mass assignment, OWASP API3:2023);
 * other unknown fields are ignored.
 */
final class ProtectedFields extends DeserializationProblemHandler {

	private static final Set<String> NAMES = Set.of("price", "amount", "total", "discount", "userId", "ownerId",
			"status", "state", "isAdmin", "admin", "role", "roles", "emailVerified", "isBlocked", "blocked", "paid",
			"expiresAt", "createdAt", "updatedAt");

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
