package io.marquee.identity.administration.web;

import io.marquee.platform.web.KnownParameters;

import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * A misspelt filter that were ignored would answer with everybody.
 */
@Configuration(proxyBeanMethods = false)
class KnownUserParameters implements WebMvcConfigurer {

	@Override
	public void addInterceptors(InterceptorRegistry registry) {
		registry.addInterceptor(new KnownParameters())
			.addPathPatterns("/api/v1/admin/users/**", "/api/v1/admin/partners/**");
	}

}
