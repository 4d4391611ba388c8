package io.marquee.deployment;

import java.util.List;
import java.util.Map;
import java.util.Objects;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * {@code compose.yaml}, limited to the fields this repository uses; any other one fails.
 */
record Compose(String name, Map<String, Service> services, Map<String, Network> networks, Map<String, Object> volumes,
		@JsonProperty("x-addresses") Map<String, String> addresses, @JsonProperty("x-service") Object service,
		@JsonProperty("x-ready") Object ready, @JsonProperty("x-neighbours") Object neighbours) {

	record Service(String image, Build build, List<String> command, String restart, boolean readOnly,
			List<String> tmpfs, List<String> capDrop, List<String> securityOpt, List<String> networks,
			List<String> ports, Map<String, String> environment, HealthCheck healthcheck,
			Map<String, Dependency> dependsOn, List<String> volumes, String stopGracePeriod, String memLimit) {

		Service {
			networks = Objects.requireNonNullElse(networks, List.of());
			ports = Objects.requireNonNullElse(ports, List.of());
			environment = Objects.requireNonNullElse(environment, Map.of());
			dependsOn = Objects.requireNonNullElse(dependsOn, Map.of());
			volumes = Objects.requireNonNullElse(volumes, List.of());
		}

	}

	record Build(String context, String dockerfile, String target, Map<String, String> args) {
	}

	record HealthCheck(List<String> test, String interval, String timeout, Integer retries, String startPeriod,
			String startInterval) {
	}

	record Dependency(String condition) {
	}

	record Network(boolean internal) {
	}

	static Compose read() {
		return Yaml.snakeCase(Repository.read("infra/compose/compose.yaml"), Compose.class);
	}

}
