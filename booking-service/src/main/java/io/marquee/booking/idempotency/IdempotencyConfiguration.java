package io.marquee.booking.idempotency;

import io.marquee.platform.web.ErrorResponses;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

/** Puts the filter where the user is known. */
@Configuration(proxyBeanMethods = false)
class IdempotencyConfiguration {

	@Bean
	FilterRegistrationBean<IdempotencyFilter> idempotencyFilter(IdempotencyKeys keys, ErrorResponses errors) {
		FilterRegistrationBean<IdempotencyFilter> filter = new FilterRegistrationBean<>(
				new IdempotencyFilter(keys, errors));
		filter.setOrder(Ordered.LOWEST_PRECEDENCE);
		filter.addUrlPatterns("/api/v1/bookings/book", "/api/v1/bookings/confirm", "/api/v1/admin/bookings/*");
		return filter;
	}

}
