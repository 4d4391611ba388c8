package io.marquee.gateway.home;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.reactive.config.ResourceHandlerRegistry;
import org.springframework.web.reactive.config.WebFluxConfigurer;

/**
 * Serves Swagger UI as files. The descriptions come from the services themselves, so the
 * gateway needs no OpenAPI library in its memory.
 */
@Configuration(proxyBeanMethods = false)
class DocsPages implements WebFluxConfigurer {

	private final String version;

	DocsPages(@Value("${marquee.gateway.docs.swagger-ui-version}") String version) {
		this.version = version;
	}

	@Override
	public void addResourceHandlers(ResourceHandlerRegistry registry) {
		registry.addResourceHandler("/docs/swagger-ui/**")
			.addResourceLocations("classpath:/META-INF/resources/webjars/swagger-ui/" + this.version + "/");
	}

}
