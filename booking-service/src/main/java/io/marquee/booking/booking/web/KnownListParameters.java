package io.marquee.booking.booking.web;

import io.marquee.platform.web.KnownParameters;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Lists that would answer with everything if a misspelt filter were ignored. */
@Configuration(proxyBeanMethods = false)
class KnownListParameters implements WebMvcConfigurer {

	@Override
	public void addInterceptors(InterceptorRegistry registry) {
		registry.addInterceptor(new KnownParameters())
			.addPathPatterns("/api/v1/admin/bookings/**", "/api/v1/user/orders/**");
	}

}
