package io.marquee.deployment;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * {@code compose.yaml} against the services, and against itself.
 */
class ComposeTests {

	private static final Pattern REFERENCE = Pattern.compile("\\$\\{([A-Z_]+)(:\\?[^}]*)?}");

	private static final Path FOLDER = Repository.ROOT.resolve("infra/compose");

	private final Compose compose = Compose.read();

	static List<ServiceModule> services() {
		return Repository.services();
	}

	@Test
	void runsEveryServiceOfTheReactorAndNoOther() {
		List<String> built = this.compose.services()
			.entrySet()
			.stream()
			.filter((service) -> service.getValue().build() != null)
			.map(Map.Entry::getKey)
			.filter((name) -> !name.equals("payments"))
			.toList();
		assertThat(built).containsExactlyInAnyOrderElementsOf(Repository.serviceNames());
	}

	@ParameterizedTest
	@MethodSource("services")
	void buildsAndWatchesTheServiceAsItConfiguresItself(ServiceModule module) {
		Compose.Service service = this.compose.services().get(module.name());
		assertThat(service.image()).isEqualTo("marquee/" + module.name() + ":dev");
		assertThat(service.build().args()).containsOnly(Map.entry("SERVICE", module.folder()));
		String port = service.environment().getOrDefault("MANAGEMENT_SERVER_PORT", String.valueOf(module.port()));
		assertThat(service.healthcheck().test()).containsExactly("CMD", "/app/ready", port);
		assertThat(service.readOnly()).isTrue();
		assertThat(service.capDrop()).containsExactly("ALL");
	}

	@ParameterizedTest
	@MethodSource("services")
	void environmentGivesWhatTheServiceReadsAndNothingItDoesNot(ServiceModule module) {
		Set<String> given = new TreeSet<>(this.compose.services().get(module.name()).environment().keySet());
		assertThat(given).containsAll(module.requiredVariables());
		given.removeAll(this.compose.addresses().keySet());
		given.removeIf(ServiceModule::isSpringsOwn);
		assertThat(module.variables()).containsAll(given);
	}

	@Test
	void theSimulatedProviderGetsWhatItReads() {
		ServiceModule payments = new ServiceModule("infra/payments");
		Set<String> given = this.compose.services().get("payments").environment().keySet();
		assertThat(payments.variables()).isNotEmpty().containsAll(given);
		assertThat(given).containsAll(payments.requiredVariables());
	}

	@Test
	void dependenciesNetworksAndVolumesExist() {
		this.compose.services().forEach((name, service) -> {
			assertThat(this.compose.networks()).containsKeys(service.networks().toArray(String[]::new));
			service.dependsOn().forEach((dependency, how) -> {
				assertThat(this.compose.services()).as(name).containsKey(dependency);
				if (how.condition().equals("service_healthy")) {
					assertThat(this.compose.services().get(dependency).healthcheck()).as(dependency).isNotNull();
				}
			});
			for (String volume : service.volumes()) {
				String source = volume.split(":")[0];
				if (source.startsWith(".")) {
					assertThat(FOLDER.resolve(source)).exists();
				}
				else {
					assertThat(this.compose.volumes()).containsKey(source);
				}
			}
			if (service.build() != null) {
				assertThat(FOLDER.resolve(service.build().context()).resolve(service.build().dockerfile())).exists();
			}
		});
	}

	@Test
	void addressesNameServicesOfThisFile() {
		List<String> hosts = this.compose.addresses()
			.entrySet()
			.stream()
			.filter((address) -> address.getKey().startsWith("MARQUEE_") && !address.getKey().endsWith("_PORT"))
			.map((address) -> address.getValue().replaceFirst("^[a-z]+://", "").replaceFirst("[:/].*$", ""))
			.toList();
		assertThat(hosts).hasSizeGreaterThan(5).isSubsetOf(this.compose.services().keySet());
	}

	@Test
	void onlyTheDoorsArePublishedAndOnlyToThisMachine() {
		Set<String> published = new TreeSet<>();
		this.compose.services().forEach((name, service) -> {
			if (!service.ports().isEmpty()) {
				published.add(name);
				assertThat(service.networks()).contains("edge");
			}
			assertThat(service.ports()).allMatch((port) -> port.startsWith("127.0.0.1:"));
		});
		assertThat(published).containsExactly("gateway", "grafana", "mail", "zipkin");
		assertThat(this.compose.networks().get("suite").internal()).isTrue();
	}

	@Test
	void secretsComeFromTheEnvironmentFileThatOnlyNamesThem() {
		this.compose.services().values().forEach((service) -> service.environment().forEach((name, value) -> {
			if (ServiceModule.isSecret(name) && !name.equals("MARQUEE_MONGODB_URI")) {
				assertThat(value).as(name).matches(REFERENCE);
			}
		}));
		Set<String> referenced = new TreeSet<>(REFERENCE.matcher(Repository.read("infra/compose/compose.yaml"))
			.results()
			.map((reference) -> reference.group(1))
			.toList());
		List<String> example = Repository.read("infra/compose/.env.example")
			.lines()
			.filter((line) -> !line.startsWith("#"))
			.toList();
		assertThat(example).allMatch((line) -> line.endsWith("="));
		assertThat(example.stream().map((line) -> line.replace("=", "")))
			.containsExactlyInAnyOrderElementsOf(referenced);
		assertThat(Repository.read("infra/compose/.gitignore").lines()).contains(".env");
	}

	@Test
	void imagesAreTheVersionsTheReactorTestsWith() {
		assertThat(this.compose.services().get("kafka").image())
			.isEqualTo("apache/kafka:" + Repository.property("kafka.version"));
		assertThat(this.compose.services().get("keycloak").image())
			.isEqualTo("keycloak/keycloak:" + Repository.property("keycloak.version"));
		assertThat(this.compose.services().values()).extracting(Compose.Service::image)
			.allMatch((image) -> image.contains(":") && !image.endsWith(":latest"));
	}

	@Test
	void scriptsAreExecutable() {
		assertThat(List.of("infra/compose/new-env", "infra/docker/ready", ".ci/run"))
			.allMatch((script) -> Files.isExecutable(Repository.ROOT.resolve(script)));
	}

}
