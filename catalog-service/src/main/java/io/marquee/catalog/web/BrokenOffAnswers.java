package io.marquee.catalog.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;

/**
 * An answer that fails when part of it was sent can no longer become an error. Left to
 * the container, its connection is closed, so that nobody takes the part for the whole.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class BrokenOffAnswers implements HandlerExceptionResolver {

	@Override
	public @Nullable ModelAndView resolveException(HttpServletRequest request, HttpServletResponse response,
			@Nullable Object handler, Exception failure) {
		if (response.isCommitted()) {
			throw new IllegalStateException("The answer was broken off", failure);
		}
		return null;
	}

}
