package io.marquee.platform.web;

import java.time.Clock;
import java.util.List;

import io.micrometer.tracing.Tracer;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.http.converter.autoconfigure.ServerHttpMessageConvertersCustomizer;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * The web side of every service: envelope, errors, paging.
 */
@AutoConfiguration(before = ErrorMvcAutoConfiguration.class)
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@Import({ EnvelopeAdvice.class, ErrorAdvice.class, FallbackErrorController.class })
class WebDefaults implements WebMvcConfigurer {

	@Bean
	ErrorResponses errorResponses(JsonMapper json, ObjectProvider<Tracer> tracer) {
		return new ErrorResponses(json, tracer);
	}

	@Bean
	ServerHttpMessageConvertersCustomizer protectedFields(JsonMapper json) {
		JacksonJsonHttpMessageConverter requests = new JacksonJsonHttpMessageConverter(ProtectedFields.guard(json));
		return (converters) -> converters.withJsonConverter(requests);
	}

	@Bean
	@ConditionalOnMissingBean
	Clock clock() {
		return Clock.systemUTC();
	}

	@Override
	public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
		resolvers.add(new PagingResolver());
	}

}
