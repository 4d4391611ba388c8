package io.marquee.offers.listing;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.core.MethodParameter;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.filter.ShallowEtagHeaderFilter;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyAdvice;

/**
 * Sends {@code Cache-Control} with what {@link PublicRead} controllers answer. It sits
 * behind the controller, where an interceptor in front of it would mark errors too.
 */
@RestControllerAdvice(annotations = PublicRead.class)
class PublicReadCaching implements ResponseBodyAdvice<Object> {

	private static final CacheControl FOR_EVERYONE = CacheControl.maxAge(Duration.ofMinutes(1)).cachePublic();

	@Override
	public boolean supports(MethodParameter method, Class<? extends HttpMessageConverter<?>> converter) {
		return true;
	}

	@Override
	public @Nullable Object beforeBodyWrite(@Nullable Object body, MethodParameter method, MediaType type,
			Class<? extends HttpMessageConverter<?>> converter, ServerHttpRequest request,
			ServerHttpResponse response) {
		if (request.getMethod() == HttpMethod.GET) {
			response.getHeaders().setCacheControl(FOR_EVERYONE);
		}
		return body;
	}

	@Configuration(proxyBeanMethods = false)
	static class Etags {

		@Bean
		FilterRegistrationBean<ShallowEtagHeaderFilter> publicReadEtags() {
			FilterRegistrationBean<ShallowEtagHeaderFilter> etags = new FilterRegistrationBean<>(
					new ShallowEtagHeaderFilter());
			etags.addUrlPatterns("/api/v1/user/*");
			return etags;
		}

	}

}
