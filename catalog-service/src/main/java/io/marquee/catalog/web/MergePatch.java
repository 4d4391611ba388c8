package io.marquee.catalog.web;

import java.io.InputStream;
import java.util.Set;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Validator;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.HttpStatus;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.stereotype.Component;

import io.marquee.platform.web.ApiException;
import io.marquee.platform.web.ProtectedFields;

/**
 * JSON merge patch (RFC 7396) over a request, so that a patched thing passes the same
 * checks as a new one.
 */
@Component
public class MergePatch {

	private final JsonMapper json;

	private final Validator validator;

	MergePatch(JsonMapper json, Validator validator) {
		this.json = ProtectedFields.guard(json);
		this.validator = validator;
	}

	/**
	 * Applies a patch.
	 * @param <T> the request
	 * @param patch the patch
	 * @param current the request that would make the thing as it is
	 * @param type the request
	 * @return the patched request, valid
	 */
	public <T> T apply(JsonNode patch, T current, Class<T> type) {
		if (!(patch instanceof ObjectNode changes)) {
			throw new ApiException(HttpStatus.BAD_REQUEST, "MALFORMED_JSON", "The body must be a JSON object");
		}
		ObjectNode target = this.json.valueToTree(current);
		merge(target, changes);
		T patched = read(target, type);
		Set<ConstraintViolation<T>> violations = this.validator.validate(patched);
		if (!violations.isEmpty()) {
			throw new ConstraintViolationException(violations);
		}
		return patched;
	}

	private <T> T read(ObjectNode target, Class<T> type) {
		try {
			return this.json.treeToValue(target, type);
		}
		catch (JacksonException ex) {
			throw new HttpMessageNotReadableException("The patched body cannot be read", ex, new Nothing());
		}
	}

	private static void merge(ObjectNode target, ObjectNode changes) {
		changes.properties().forEach((change) -> {
			JsonNode value = change.getValue();
			if (value.isNull()) {
				target.remove(change.getKey());
			}
			else if (value instanceof ObjectNode inner && target.get(change.getKey()) instanceof ObjectNode known) {
				merge(known, inner);
			}
			else {
				target.set(change.getKey(), value);
			}
		});
	}

	private record Nothing() implements HttpInputMessage {

		@Override
		public InputStream getBody() {
			return InputStream.nullInputStream();
		}

		@Override
		public HttpHeaders getHeaders() {
			return new HttpHeaders();
		}

	}

}
