package io.marquee.test;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

import org.awaitility.Awaitility;

import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/**
 * Points a test's context at the shared servers, with a database of its own. What a test
 * awaits comes within moments, but the machine may be busy with other things.
 */
class ServiceInfrastructure implements ApplicationContextInitializer<ConfigurableApplicationContext> {

	private static final Duration PATIENCE = Duration.ofSeconds(30);

	@Override
	public void initialize(ConfigurableApplicationContext context) {
		Awaitility.setDefaultTimeout(PATIENCE);
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
