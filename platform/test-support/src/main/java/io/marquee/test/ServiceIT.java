package io.marquee.test;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.springframework.boot.resttestclient.autoconfigure.AutoConfigureRestTestClient;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.ContextConfiguration;

/**
 * Starts the service under test on a free port, with a real store, a real Kafka broker
 * and an issuer of tokens ({@link TestTokens}, a bean). Eureka and the config server are
 * off; addresses of other services are given with
 * {@code spring.cloud.discovery.client.simple.instances.*}.
 */
@Documented
@Inherited
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
		properties = { "spring.cloud.config.enabled=false", "eureka.client.enabled=false",
				"logging.structured.format.console=" })
@AutoConfigureRestTestClient
@ContextConfiguration(initializers = ServiceInfrastructure.class)
public @interface ServiceIT {

}
