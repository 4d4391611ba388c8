package io.marquee.deployment;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Prometheus and Grafana: every service is scraped, and no panel asks for a metric that
 * nobody measures.
 */
class MonitoringTests {

	private static final Pattern METRIC = Pattern.compile("[a-z][a-z0-9]*(_[a-z0-9]+){2,}");

	private static final Pattern METER = Pattern
		.compile("(Timer\\s*\\.builder\\()?\"(marquee\\.[a-z.]+)\"([^;]*)register\\(");

	private static final Pattern UNIT = Pattern.compile("\\.baseUnit\\(\"([a-z]+)\"\\)");

	/** Measured by the frameworks under every service. */
	private static final Set<String> FRAMEWORK = Set.of("http_server_requests_seconds", "jvm_memory_used_bytes",
			"jvm_gc_pause_seconds", "process_cpu_usage", "jvm_threads_live_threads",
			"kafka_consumer_fetch_manager_records_lag_max", "resilience4j_circuitbreaker_state");

	@Test
	void everyServiceIsScrapedAtItsPort() {
		record Scrape(String jobName, String metricsPath, boolean honorLabels, List<Target> staticConfigs,
				List<Map<String, Object>> relabelConfigs) {
			record Target(List<String> targets) {
			}
		}
		record Prometheus(Map<String, String> global, List<Scrape> scrapeConfigs) {
		}
		Prometheus prometheus = Yaml.snakeCase(Repository.read("infra/prometheus/prometheus.yml"), Prometheus.class);
		assertThat(prometheus.scrapeConfigs()).singleElement().satisfies((scrape) -> {
			assertThat(scrape.metricsPath()).isEqualTo("/actuator/prometheus");
			assertThat(scrape.staticConfigs().getFirst().targets()).containsExactlyInAnyOrderElementsOf(
					Repository.services().stream().map((service) -> service.name() + ":" + port(service)).toList());
		});
	}

	@Test
	void panelsAskOnlyForMetricsThatAreMeasured() throws IOException {
		Set<String> measured = new TreeSet<>(FRAMEWORK);
		measured.addAll(measuredByMarquee());
		JsonNode dashboard = new ObjectMapper().readTree(Repository.read("infra/grafana/dashboards/marquee.json"));
		List<String> queries = dashboard.findValuesAsText("expr");
		assertThat(queries).hasSizeGreaterThan(5);
		for (String query : queries) {
			// Strings, labels and grouping are no metrics.
			String bare = query.replaceAll("\\{[^}]*}", "").replaceAll("\\b(by|without) *\\([^)]*\\)", "");
			List<String> names = METRIC.matcher(bare).results().map(MatchResult::group).toList();
			assertThat(names).as(query)
				.isNotEmpty()
				.allMatch((name) -> measured.contains(name) || measured.contains(base(name)));
		}
		assertThat(dashboard.findValues("datasource"))
			.allMatch((source) -> source.path("uid").asText().equals("prometheus"));
	}

	@Test
	void grafanaFindsItsSourceAndItsDashboards() {
		Map<String, Object> source = Yaml
			.documents(Repository.read("infra/grafana/provisioning/datasources/prometheus.yml"))
			.getFirst();
		assertThat(Yaml.map(((List<?>) source.get("datasources")).getFirst())).containsEntry("uid", "prometheus")
			.containsEntry("url", "http://prometheus:9090");
		Map<String, Object> provider = Yaml
			.documents(Repository.read("infra/grafana/provisioning/dashboards/marquee.yml"))
			.getFirst();
		Object path = Yaml.map(Yaml.map(((List<?>) provider.get("providers")).getFirst()).get("options")).get("path");
		assertThat(Compose.read().services().get("grafana").volumes())
			.contains("../grafana/dashboards:" + path + ":ro");
	}

	/**
	 * The meters of our own code, named as Prometheus sees them: with underscores, and
	 * with their base unit at the end.
	 */
	private static Set<String> measuredByMarquee() {
		Set<String> measured = new TreeSet<>();
		Repository.files(Repository.ROOT, ".java")
			.stream()
			.map((file) -> Repository.ROOT.relativize(file).toString())
			.filter((file) -> file.contains("src/main/"))
			.map(Repository::read)
			.filter((source) -> source.contains("io.micrometer"))
			.forEach((source) -> METER.matcher(source).results().forEach((meter) -> {
				String name = meter.group(2).replace('.', '_');
				Matcher unit = UNIT.matcher(meter.group(3));
				String last = (meter.group(1) != null) ? "seconds" : unit.find() ? unit.group(1) : "";
				measured.add((last.isEmpty() || name.endsWith("_" + last)) ? name : name + "_" + last);
			}));
		return measured;
	}

	private static String port(ServiceModule service) {
		return Compose.read()
			.services()
			.get(service.name())
			.environment()
			.getOrDefault("MANAGEMENT_SERVER_PORT", String.valueOf(service.port()));
	}

	private static String base(String metric) {
		return metric.replaceFirst("_(total|count|sum|max|bucket)$", "")
			.replaceFirst("_seconds_(count|sum)$", "_seconds");
	}

}
