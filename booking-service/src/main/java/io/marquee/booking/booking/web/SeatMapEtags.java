package io.marquee.booking.booking.web;

import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.filter.ShallowEtagHeaderFilter;

/** A seat map that did not change is not sent again. */
@Configuration(proxyBeanMethods = false)
class SeatMapEtags {

	@Bean
	FilterRegistrationBean<ShallowEtagHeaderFilter> seatMapEtagFilter() {
		FilterRegistrationBean<ShallowEtagHeaderFilter> filter = new FilterRegistrationBean<>(
				new ShallowEtagHeaderFilter());
		filter.addUrlPatterns("/api/v1/bookings/seats/*");
		return filter;
	}

}
