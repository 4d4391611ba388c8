package io.marquee.identity.profile.web;

import java.util.Optional;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;

/**
 * Tells a field that was sent as null, which is empty, from one that was not sent, which
 * is null. Jackson's own makes both empty.
 */
class SentValue extends StdDeserializer<Optional<String>> {

	SentValue() {
		super(Optional.class);
	}

	@Override
	public Optional<String> deserialize(JsonParser parser, DeserializationContext context) {
		return Optional.of(context.readValue(parser, String.class));
	}

	@Override
	public Optional<String> getNullValue(DeserializationContext context) {
		return Optional.empty();
	}

	@Override
	public @Nullable Object getAbsentValue(DeserializationContext context) {
		return null;
	}

}
