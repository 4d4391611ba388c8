package io.marquee.platform.web;

import java.util.List;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.ConstraintViolationException;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.validation.BindException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.MissingRequestHeaderException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/**
 * Turns every exception into the one error format. A 500 tells nothing of its cause.
 */
@RestControllerAdvice
@Order(Ordered.LOWEST_PRECEDENCE)
class ErrorAdvice {

	static final String INVALID = "VALIDATION_FAILED";

	private static final Log log = LogFactory.getLog(ErrorAdvice.class);

	private final ErrorResponses responses;

	ErrorAdvice(ErrorResponses responses) {
		this.responses = responses;
	}

	@ExceptionHandler
	ResponseEntity<Object> apiFailure(ApiException failure, HttpServletRequest request) {
		if (failure.status().is5xxServerError()) {
			log.warn(failure.code() + ": " + failure.getMessage(), failure.getCause());
		}
		return this.responses.entity(request, failure);
	}

	@ExceptionHandler({ MethodArgumentNotValidException.class, BindException.class })
	ResponseEntity<Object> invalidBody(BindException failure, HttpServletRequest request) {
		List<FieldProblem> errors = failure.getFieldErrors()
			.stream()
			.map((error) -> new FieldProblem(error.getField(), text(error.getDefaultMessage())))
			.toList();
		List<FieldProblem> global = failure.getGlobalErrors()
			.stream()
			.map((error) -> new FieldProblem(error.getObjectName(), text(error.getDefaultMessage())))
			.toList();
		return invalid(request, errors.isEmpty() ? global : errors);
	}

	@ExceptionHandler
	ResponseEntity<Object> invalidParameter(HandlerMethodValidationException failure, HttpServletRequest request) {
		return invalid(request,
				failure.getParameterValidationResults()
					.stream()
					.flatMap((result) -> result.getResolvableErrors()
						.stream()
						.map((error) -> new FieldProblem(text(result.getMethodParameter().getParameterName()),
								text(error.getDefaultMessage()))))
					.toList());
	}

	@ExceptionHandler
	ResponseEntity<Object> violatedConstraint(ConstraintViolationException failure, HttpServletRequest request) {
		return invalid(request, failure.getConstraintViolations()
			.stream()
			.map((violation) -> new FieldProblem(violation.getPropertyPath().toString(), violation.getMessage()))
			.toList());
	}

	@ExceptionHandler
	ResponseEntity<Object> wrongType(MethodArgumentTypeMismatchException failure, HttpServletRequest request) {
		return invalid(request,
				List.of(new FieldProblem(failure.getName(), "must be " + TypeInWords.of(failure.getRequiredType()))));
	}

	@ExceptionHandler
	ResponseEntity<Object> missingParameter(MissingServletRequestParameterException failure,
			HttpServletRequest request) {
		return invalid(request, List.of(new FieldProblem(failure.getParameterName(), "is required")));
	}

	@ExceptionHandler
	ResponseEntity<Object> missingHeader(MissingRequestHeaderException failure, HttpServletRequest request) {
		return invalid(request, List.of(new FieldProblem(failure.getHeaderName(), "is required")));
	}

	@ExceptionHandler
	ResponseEntity<Object> unreadable(HttpMessageNotReadableException failure, HttpServletRequest request) {
		return this.responses.entity(request, UnreadableBody.explain(failure));
	}

	@ExceptionHandler
	ResponseEntity<Object> databaseDown(DataAccessResourceFailureException failure, HttpServletRequest request) {
		log.warn("The database does not answer", failure);
		return this.responses.entity(request, new ApiException(HttpStatus.SERVICE_UNAVAILABLE, "DATABASE_UNAVAILABLE",
				"The service cannot reach its database; try again shortly"));
	}

	@ExceptionHandler
	void clientGone(AsyncRequestNotUsableException failure) {
		log.debug("The client went away", failure);
	}

	@ExceptionHandler
	ResponseEntity<Object> anythingElse(Exception failure, HttpServletRequest request) throws Exception {
		if (failure instanceof AccessDeniedException) {
			throw failure;
		}
		if (failure instanceof ErrorResponse known) {
			HttpStatusCode status = known.getStatusCode();
			String detail = known.getBody().getDetail();
			return this.responses.entity(request, status, codeOf(status),
					(detail != null) ? detail : "The request failed", List.of(), null);
		}
		log.error("Unexpected failure", failure);
		return this.responses.entity(request, HttpStatus.INTERNAL_SERVER_ERROR, "INTERNAL_ERROR",
				"Something went wrong on our side; quote the traceId when asking for help", List.of(), null);
	}

	static String codeOf(HttpStatusCode status) {
		HttpStatus known = HttpStatus.resolve(status.value());
		return (known != null) ? known.name() : "HTTP_" + status.value();
	}

	/** Several constraints of one field may say the same. */
	private ResponseEntity<Object> invalid(HttpServletRequest request, List<FieldProblem> errors) {
		return this.responses.entity(request, ApiException.invalid(errors.stream().distinct().toList()));
	}

	private static String text(@org.jspecify.annotations.Nullable String message) {
		return (message != null) ? message : "is not valid";
	}

}
