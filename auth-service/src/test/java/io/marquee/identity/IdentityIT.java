package io.marquee.identity;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import io.marquee.test.ServiceIT;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;
import org.springframework.test.context.DynamicPropertyRegistrar;

/**
 * The service with the real Keycloak and a real mail server.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ServiceIT
@Import(IdentityIT.Infrastructure.class)
public @interface IdentityIT {

	@TestConfiguration(proxyBeanMethods = false)
	class Infrastructure {

		@Bean
		DynamicPropertyRegistrar keycloakAndMail() {
			return (properties) -> {
				KeycloakServer.SECRETS.forEach((name, value) -> properties.add(name, () -> value));
				String realm = KeycloakServer.url() + "/realms/marquee";
				properties.add("MARQUEE_OTP_KEY", () -> "a key for tests, 32 characters or more");
				properties.add("MARQUEE_SECOND_FACTOR_KEYS", () -> "test:" + "k".repeat(44));
				properties.add("marquee.identity.keycloak.url", KeycloakServer::url);
				properties.add("marquee.security.issuer", () -> realm);
				properties.add("marquee.security.jwk-set-uri", () -> realm + "/protocol/openid-connect/certs");
				properties.add("marquee.identity.limits.failure-tick", () -> "50ms");
				properties.add("MARQUEE_PUBLIC_URL", () -> KeycloakServer.PUBLIC_URL);
				properties.add("MARQUEE_GOOGLE_ENABLED", () -> true);
				properties.add("MARQUEE_GITHUB_ENABLED", () -> true);
				properties.add("MARQUEE_GITHUB_API_URL", () -> FakeGitHub.url() + "/api");
				properties.add("spring.mail.host", () -> "localhost");
				properties.add("spring.mail.port", Mailbox::port);
			};
		}

		@Bean
		Api api(Environment environment) {
			return new Api(() -> environment.getRequiredProperty("local.server.port", int.class));
		}

	}

}
