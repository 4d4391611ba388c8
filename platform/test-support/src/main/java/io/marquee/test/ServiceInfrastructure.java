package io.marquee.test;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/**
 * Points a test's context at the shared servers, with a database of its own.
 */
class ServiceInfrastructure implements ApplicationContextInitializer<ConfigurableApplicationContext> {

	@Override
	public void initialize(ConfigurableApplicationContext context) {
		TestTokens tokens = TestTokens.shared();
		Map<String, Object> settings = new LinkedHashMap<>();
		settings.put("spring.mongodb.uri", TestStore.uri());
		settings.put("spring.mongodb.database", "it-" + UUID.randomUUID());
		settings.put("spring.kafka.bootstrap-servers", TestKafka.bootstrapServers());
		settings.put("marquee.security.issuer", tokens.issuer());
		settings.put("marquee.security.jwk-set-uri", tokens.jwkSetUri());
		settings.put("spring.security.oauth2.client.provider.keycloak.token-uri", tokens.tokenUri());
		settings.put("MARQUEE_SERVICE_CLIENT_SECRET", "test");
		settings.put("management.tracing.export.zipkin.enabled", "false");
		context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("service-it", settings));
		context.getBeanFactory().registerSingleton("testTokens", tokens);
	}

}
