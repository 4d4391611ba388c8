package io.marquee.platform.audit;

import java.util.List;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.core.MethodParameter;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.http.server.ServletServerHttpRequest;
import org.springframework.http.server.ServletServerHttpResponse;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyAdvice;

/**
 * Reads the id of a thing that an audited action made off its answer, before the envelope
 * is around it: who adds an endpoint cannot forget it.
 */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class CreatedIds implements ResponseBodyAdvice<Object> {

	private final JsonMapper json;

	CreatedIds(JsonMapper json) {
		this.json = json;
	}

	@Override
	public boolean supports(MethodParameter returnType, Class<? extends HttpMessageConverter<?>> converterType) {
		return converterType.getSimpleName().contains("Json");
	}

	@Override
	public @Nullable Object beforeBodyWrite(@Nullable Object body, MethodParameter returnType, MediaType contentType,
			Class<? extends HttpMessageConverter<?>> converterType, ServerHttpRequest request,
			ServerHttpResponse response) {
		if (request instanceof ServletServerHttpRequest asked && AuditFilter.writesDown(asked.getServletRequest())
				&& response instanceof ServletServerHttpResponse answer
				&& answer.getServletResponse().getStatus() == HttpStatus.CREATED.value()) {
			JsonNode id = this.json.valueToTree(body).path("id");
			if (id.isString()) {
				AffectedIds.note(List.of(id.asString()));
			}
		}
		return body;
	}

}
