package io.marquee.platform.openapi;

import io.marquee.platform.money.Money;
import io.marquee.platform.security.CurrentUser;
import io.marquee.platform.security.SecuritySettings;
import io.marquee.platform.web.Paging;
import io.swagger.v3.core.jackson.ModelResolver;
import io.swagger.v3.core.jackson.TypeNameResolver;
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
			.addRequestWrapperToIgnore(CurrentUser.class, Paging.class)
			.replaceWithSchema(Money.class, Schemas.reference("Money"));
	}

	@Bean
	OpenApiCustomizer apiDescription(@Value("${spring.application.name}") String service, JsonMapper json,
			SecuritySettings security) {
		return new ApiDescription(() -> ApiTexts.load(service, json), security);
	}

	@Bean
	OperationCustomizer pagingParameters() {
		return new PagingParameters();
	}

	/** Views are records inside of others and share their simple names. */
	@Bean
	ModelResolver modelResolver(ObjectMapperProvider mapper) {
		return new ModelResolver(mapper.jsonMapper(), new EnclosedNames()).openapi31(true);
	}

	private static final class EnclosedNames extends TypeNameResolver {

		@Override
		protected String getNameOfClass(Class<?> type) {
			Class<?> enclosing = type.getEnclosingClass();
			return (enclosing != null) ? getNameOfClass(enclosing) + type.getSimpleName() : type.getSimpleName();
		}

	}

}
