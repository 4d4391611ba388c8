package io.marquee.platform.config;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.ConfigurableEnvironment;

/**
 * Says at start whether the config server was heard.
 */
@AutoConfiguration
class ConfigurationOrigin {

	private static final Log log = LogFactory.getLog(ConfigurationOrigin.class);

	private final ConfigurableEnvironment environment;

	ConfigurationOrigin(ConfigurableEnvironment environment) {
		this.environment = environment;
	}

	@EventListener(ApplicationReadyEvent.class)
	void say() {
		String heard = this.environment.getPropertySources()
			.stream()
			.map((source) -> source.getName())
			.filter((name) -> name.startsWith("configserver:"))
			.reduce((first, second) -> first + ", " + second)
			.orElse("");
		if (heard.isEmpty()) {
			log.warn("The config server did not answer; this service runs on its built-in defaults");
		}
		else {
			log.info("Configuration comes from " + heard);
		}
	}

}
