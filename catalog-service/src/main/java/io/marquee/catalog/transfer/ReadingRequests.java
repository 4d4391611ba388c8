package io.marquee.catalog.transfer;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.stereotype.Component;

import io.marquee.platform.web.FieldProblem;
import io.marquee.platform.web.ProtectedFields;
import io.marquee.platform.web.UnreadableBody;

/**
 * Reads what a line says as the body of a request, so that it passes the same checks.
 */
@Component
public class ReadingRequests {

	private final JsonMapper json;

	private final Validator validator;

	ReadingRequests(JsonMapper json, Validator validator) {
		this.json = ProtectedFields.guard(json);
		this.validator = validator;
	}

	/**
	 * Writes a request as it would be sent.
	 * @param request the request
	 * @return its fields
	 */
	public ObjectNode fields(Object request) {
		return this.json.valueToTree(request);
	}

	/**
	 * Reads a line. All that is wrong with it is told at once: what cannot be read is
	 * left out, so that the rest can be.
	 * @param <R> the request
	 * @param line where it is
	 * @param fields what it says
	 * @param type the request
	 * @param problems takes what is wrong with it
	 * @return the request, if nothing is wrong with it
	 */
	public <R> Optional<R> read(ImportLine line, ObjectNode fields, Class<R> type, ImportProblems problems) {
		Set<String> unreadable = new HashSet<>();
		while (true) {
			try {
				JsonNode readable = unreadable.isEmpty() ? fields : fields.deepCopy().without(unreadable);
				return valid(line, this.json.treeToValue(readable, type), unreadable, problems);
			}
			catch (JacksonException ex) {
				FieldProblem problem = UnreadableBody.problem(ex);
				String field = topLevel(problem.field());
				if (!unreadable.add(field)) {
					// It cannot be left out either.
					return Optional.empty();
				}
				problems.add(line, problem.field(), problem.message());
				if (!fields.has(field)) {
					return Optional.empty();
				}
			}
		}
	}

	private <R> Optional<R> valid(ImportLine line, R request, Set<String> unreadable, ImportProblems problems) {
		boolean valid = unreadable.isEmpty();
		for (ConstraintViolation<R> violation : this.validator.validate(request)) {
			String field = violation.getPropertyPath().toString();
			if (!unreadable.contains(topLevel(field))) {
				problems.add(line, field, violation.getMessage());
				valid = false;
			}
		}
		return valid ? Optional.of(request) : Optional.empty();
	}

	/** The first name of a path such as {@code screens[0].name}. */
	private static String topLevel(String path) {
		return path.split("[.\\[]", 2)[0];
	}

	/**
	 * Whether a movie or venue shall be on offer.
	 * @param line where it is
	 * @param otherwise what to do if the line does not say
	 * @param problems takes what is wrong with it
	 * @return whether it shall be active
	 */
	public boolean active(ImportLine line, boolean otherwise, ImportProblems problems) {
		JsonNode active = line.content().path(Columns.ACTIVE);
		switch (active.asString("")) {
			case "true" -> {
				return true;
			}
			case "false" -> {
				return false;
			}
			default -> {
				if (!active.isMissingNode() && !active.isNull()) {
					problems.add(line, Columns.ACTIVE, "must be true or false");
				}
				return otherwise;
			}
		}
	}

}
