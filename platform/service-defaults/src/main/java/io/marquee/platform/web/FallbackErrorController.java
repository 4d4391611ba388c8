package io.marquee.platform.web;

import java.util.List;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;

import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * The same error format for failures that no controller saw: the container's own and
 * those of filters.
 */
@RestController
class FallbackErrorController implements ErrorController {

	private final ErrorResponses responses;

	FallbackErrorController(ErrorResponses responses) {
		this.responses = responses;
	}

	@RequestMapping("${spring.web.error.path:${error.path:/error}}")
	ResponseEntity<Object> error(HttpServletRequest request) {
		Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
		HttpStatusCode code = HttpStatusCode.valueOf((status instanceof Integer known) ? known : 404);
		String message = code.is5xxServerError()
				? "Something went wrong on our side; quote the traceId when asking for help"
				: "The request was refused: " + HttpStatus.valueOf(code.value()).getReasonPhrase();
		return this.responses.entity(request, code,
				code.is5xxServerError() ? "INTERNAL_ERROR" : ErrorAdvice.codeOf(code), message, List.of(), null);
	}

}
