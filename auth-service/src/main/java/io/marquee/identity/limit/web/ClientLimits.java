package io.marquee.identity.limit.web;

import io.marquee.identity.limit.Client;
import io.marquee.identity.limit.Limited;
import io.marquee.identity.limit.Limits;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Counts calls of endpoints that are {@link Limited}.
 */
@Component
class ClientLimits implements HandlerInterceptor, WebMvcConfigurer {

	private final Limits limits;

	ClientLimits(Limits limits) {
		this.limits = limits;
	}

	@Override
	public void addInterceptors(InterceptorRegistry registry) {
		registry.addInterceptor(this);
	}

	@Override
	public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
		Limited limited = (handler instanceof HandlerMethod method) ? method.getMethodAnnotation(Limited.class) : null;
		if (limited != null) {
			this.limits.spend(limited.value(), Client.of(request).network());
		}
		return true;
	}

}
