package io.marquee.platform.web;

import org.jspecify.annotations.Nullable;

import org.springframework.core.MethodParameter;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.http.server.ServletServerHttpResponse;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyAdvice;

/**
 * Puts the answers of the public API into the envelope. Internal calls and actuator stay
 * plain.
 */
@RestControllerAdvice
class EnvelopeAdvice implements ResponseBodyAdvice<Object> {

	@Override
	public boolean supports(MethodParameter returnType, Class<? extends HttpMessageConverter<?>> converterType) {
		return converterType.getSimpleName().contains("Json");
	}

	@Override
	public @Nullable Object beforeBodyWrite(@Nullable Object body, MethodParameter returnType, MediaType contentType,
			Class<? extends HttpMessageConverter<?>> converterType, ServerHttpRequest request,
			ServerHttpResponse response) {
		if (!request.getURI().getPath().startsWith("/api/") || body instanceof ErrorBody
				|| body instanceof ProblemDetail) {
			return body;
		}
		int status = (response instanceof ServletServerHttpResponse servlet) ? servlet.getServletResponse().getStatus()
				: HttpStatus.OK.value();
		return new Envelope(status, body, message(returnType, status), true);
	}

	private static String message(MethodParameter returnType, int status) {
		ResponseMessage message = returnType.getMethodAnnotation(ResponseMessage.class);
		if (message != null) {
			return message.value();
		}
		HttpStatus known = HttpStatus.resolve(status);
		return (known != null) ? known.getReasonPhrase() : "OK";
	}

}
