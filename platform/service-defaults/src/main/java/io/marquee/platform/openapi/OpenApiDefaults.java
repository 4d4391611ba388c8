package io.marquee.platform.openapi;

import io.marquee.platform.idempotency.Seed;
import io.marquee.platform.money.Money;
import io.marquee.platform.security.CurrentUser;
import io.marquee.platform.security.SecuritySettings;
import io.marquee.platform.web.Paging;
import io.swagger.v3.core.jackson.ModelResolver;
import io.swagger.v3.oas.models.OpenAPI;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springdoc.core.providers.ObjectMapperProvider;
import org.springdoc.core.utils.SpringDocUtils;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpHeaders;

/**
 * The OpenAPI description of a service, with what its controllers do not show: the
 * envelope, the one error format, who may call.
 */
@AutoConfiguration
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@ConditionalOnClass({ OpenAPI.class, OpenApiCustomizer.class })
class OpenApiDefaults {

	OpenApiDefaults() {
		SpringDocUtils.getConfig()
			.addRequestWrapperToIgnore(CurrentUser.class, Paging.class, HttpHeaders.class, Seed.class)
			.replaceWithSchema(Money.class, Schemas.reference("Money"));
	}

	@Bean
	SchemaNames schemaNames() {
		return new SchemaNames();
	}

	@Bean
	OpenApiCustomizer apiDescription(@Value("${spring.application.name}") String service, JsonMapper json,
			SecuritySettings security, SchemaNames names) {
		return new ApiDescription(() -> ApiTexts.load(service, json), security, names);
	}

	@Bean
	OperationCustomizer pagingParameters() {
		return new PagingParameters();
	}

	@Bean
	ModelResolver modelResolver(ObjectMapperProvider mapper, SchemaNames names) {
		return new ModelResolver(mapper.jsonMapper(), names).openapi31(true);
	}

}
