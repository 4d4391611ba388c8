package io.marquee.platform.web;

import java.util.List;
import java.util.stream.Collectors;

import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.exc.ValueInstantiationException;

import org.springframework.http.HttpStatus;
import org.springframework.http.converter.HttpMessageNotReadableException;

/**
 * Says what is wrong with a body that could not be read, without echoing its values.
 */
public final class UnreadableBody {

	private UnreadableBody() {
	}

	static ApiException explain(HttpMessageNotReadableException failure) {
		Throwable cause = failure.getCause();
		if (cause instanceof StreamReadException malformed) {
			return badRequest("MALFORMED_JSON", "The body is not valid JSON (line "
					+ malformed.getLocation().getLineNr() + ", column " + malformed.getLocation().getColumnNr() + ")",
					List.of());
		}
		if (cause instanceof JacksonException wrong && !wrong.getPath().isEmpty()) {
			return badRequest(ErrorAdvice.INVALID, "The request is not valid; see errors for each field",
					List.of(problem(wrong)));
		}
		return badRequest("MALFORMED_JSON", "The body is missing or is not the JSON that was expected", List.of());
	}

	/**
	 * Says what is wrong with a field that could not be read.
	 * @param wrong why not
	 * @return the field and what is expected
	 */
	public static FieldProblem problem(JacksonException wrong) {
		return new FieldProblem(path(wrong), reason(wrong));
	}

	private static ApiException badRequest(String code, String message, List<FieldProblem> errors) {
		return new ApiException(HttpStatus.BAD_REQUEST, code, message, errors);
	}

	private static String path(JacksonException wrong) {
		return wrong.getPath()
			.stream()
			.map((step) -> (step.getPropertyName() != null) ? "." + step.getPropertyName()
					: "[" + step.getIndex() + "]")
			.collect(Collectors.joining())
			.replaceFirst("^\\.", "");
	}

	private static String reason(JacksonException wrong) {
		return switch (wrong) {
			case UnrecognizedPropertyException _ -> "may not be set by a request";
			case ValueInstantiationException value when value.getCause() instanceof IllegalArgumentException cause
					&& cause.getMessage() != null ->
				cause.getMessage();
			case MismatchedInputException mismatch when mismatch.getTargetType() != null ->
				"must be " + TypeInWords.of(mismatch.getTargetType());
			default -> "is not valid";
		};
	}

}
