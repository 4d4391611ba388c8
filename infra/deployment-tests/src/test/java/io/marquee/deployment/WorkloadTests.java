package io.marquee.deployment;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerPort;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.Probe;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Each workload: its pod's safety, and its agreement with the service's own
 * configuration.
 */
class WorkloadTests {

	private final Rendering dev = Rendering.of("k8s/overlays/dev");

	static List<ServiceModule> services() {
		return Repository.services();
	}

	@ParameterizedTest
	@MethodSource("services")
	void portIsTheOneTheServiceListensOn(ServiceModule service) {
		assertThat(service.applicationName()).isEqualTo(service.name());
		assertThat(container(service).getPorts()).filteredOn((port) -> port.getName().equals("http"))
			.singleElement()
			.satisfies((port) -> assertThat(port.getContainerPort()).isEqualTo(service.port()));
		assertThat(this.dev.one(Service.class, service.name()).getSpec().getPorts()).singleElement()
			.satisfies((port) -> {
				assertThat(port.getPort()).isEqualTo(service.port());
				assertThat(port.getTargetPort().getStrVal()).isEqualTo("http");
			});
	}

	@ParameterizedTest
	@MethodSource("services")
	void probesAskTheHealthGroups(ServiceModule service) {
		Container container = container(service);
		assertThat(path(container.getStartupProbe())).isEqualTo("/actuator/health/liveness");
		assertThat(path(container.getLivenessProbe())).isEqualTo("/actuator/health/liveness");
		assertThat(path(container.getReadinessProbe())).isEqualTo("/actuator/health/readiness");
		String port = managementPort(container).isPresent() ? "management" : "http";
		assertThat(Stream.of(container.getStartupProbe(), container.getLivenessProbe(), container.getReadinessProbe()))
			.allMatch((probe) -> probe.getHttpGet().getPort().getStrVal().equals(port));
	}

	@ParameterizedTest
	@MethodSource("services")
	void managementPortIsTheOneTheServiceIsTold(ServiceModule service) {
		Container container = container(service);
		Optional<String> told = container.getEnv()
			.stream()
			.filter((variable) -> variable.getName().equals("MANAGEMENT_SERVER_PORT"))
			.map(EnvVar::getValue)
			.findFirst();
		assertThat(managementPort(container).map(String::valueOf)).isEqualTo(told);
	}

	@ParameterizedTest
	@MethodSource("services")
	void environmentGivesWhatTheServiceReadsAndNothingItDoesNot(ServiceModule service) {
		Set<String> own = new TreeSet<>(container(service).getEnv()
			.stream()
			.filter((variable) -> variable.getValueFrom() == null || variable.getValueFrom().getFieldRef() == null)
			.map(EnvVar::getName)
			.toList());
		Set<String> given = new TreeSet<>(container(service).getEnv().stream().map(EnvVar::getName).toList());
		given.addAll(settings());
		assertThat(given).containsAll(service.requiredVariables());
		own.removeIf(ServiceModule::isSpringsOwn);
		assertThat(service.variables()).containsAll(own);
	}

	@Test
	void everySettingIsReadBySomeService() {
		Set<String> read = new TreeSet<>();
		services().forEach((service) -> read.addAll(service.variables()));
		assertThat(read).containsAll(settings());
	}

	@Test
	void everyAddressNamesAServiceAndPortOfTheOverlay() {
		List<String> known = this.dev.all(Service.class)
			.stream()
			.flatMap((service) -> service.getSpec()
				.getPorts()
				.stream()
				.map((port) -> service.getMetadata().getName() + ":" + port.getPort()))
			.toList();
		var data = this.dev.one(ConfigMap.class, "marquee-settings").getData();
		List<String> named = new ArrayList<>();
		data.forEach((name, value) -> {
			// The public address is the world's, not the cluster's.
			if (!name.equals("MARQUEE_PUBLIC_URL") && (name.endsWith("_URL") || name.endsWith("_BOOTSTRAP"))) {
				named.add(value.replaceFirst("^http://", "").replaceFirst("/.*$", ""));
			}
		});
		named.add(data.get("MARQUEE_SMTP_HOST") + ":" + data.get("MARQUEE_SMTP_PORT"));
		assertThat(named).hasSizeGreaterThan(5).isSubsetOf(known);
	}

	@Test
	void secretsComeByReferenceOnly() {
		for (Container container : containers()) {
			assertThat(container.getEnvFrom()).allMatch((source) -> source.getSecretRef() == null);
			for (EnvVar variable : container.getEnv()) {
				if (ServiceModule.isSecret(variable.getName())) {
					assertThat(variable.getValue()).as(variable.getName()).isNull();
					assertThat(variable.getValueFrom().getSecretKeyRef().getName()).isEqualTo("marquee-secrets");
				}
			}
		}
		assertThat(settings()).noneMatch(ServiceModule::isSecret);
		assertThat(Repository.files(Repository.ROOT.resolve("k8s"), ""))
			.noneMatch((file) -> file.toString().endsWith(".yaml") && Yaml.documents(read(file))
				.stream()
				.anyMatch((document) -> "Secret".equals(document.get("kind"))
						|| document.containsKey("secretGenerator")));
	}

	@Test
	void noPodMayBecomeRootOrWriteOutsideItsVolumes() {
		for (PodSpec pod : pods()) {
			assertThat(pod.getSecurityContext().getRunAsNonRoot()).isTrue();
			assertThat(pod.getSecurityContext().getRunAsUser()).isPositive();
			assertThat(pod.getSecurityContext().getSeccompProfile().getType()).isEqualTo("RuntimeDefault");
			assertThat(pod.getAutomountServiceAccountToken()).isFalse();
			for (Container container : pod.getContainers()) {
				assertThat(container.getSecurityContext().getAllowPrivilegeEscalation()).isFalse();
				assertThat(container.getSecurityContext().getCapabilities().getDrop()).containsExactly("ALL");
				if (container.getImage().startsWith("marquee/")) {
					assertThat(container.getSecurityContext().getReadOnlyRootFilesystem()).isTrue();
					assertThat(container.getVolumeMounts()).anyMatch((mount) -> mount.getMountPath().equals("/tmp"));
				}
			}
		}
	}

	@Test
	void everyContainerSaysWhatItNeedsAndWhatItMayTake() {
		for (Container container : containers()) {
			assertThat(container.getResources().getRequests()).containsKeys("cpu", "memory");
			assertThat(container.getResources().getLimits()).containsKey("memory");
			assertThat(container.getResources().getRequests().get("memory").getNumericalAmount())
				.isLessThanOrEqualTo(container.getResources().getLimits().get("memory").getNumericalAmount());
		}
	}

	@ParameterizedTest
	@MethodSource("services")
	void podsOutliveTheirShutdown(ServiceModule service) {
		PodSpec pod = pod(service);
		long preStop = container(service).getLifecycle().getPreStop().getSleep().getSeconds();
		assertThat(preStop).isPositive();
		assertThat(pod.getTerminationGracePeriodSeconds()).isGreaterThan(preStop + service.shutdownSeconds());
	}

	@ParameterizedTest
	@MethodSource("services")
	void podsSpreadOverNodesAndMostHaveACompanion(ServiceModule service) {
		assertThat(pod(service).getTopologySpreadConstraints()).singleElement().satisfies((spread) -> {
			assertThat(spread.getTopologyKey()).isEqualTo("kubernetes.io/hostname");
			assertThat(spread.getMatchLabelKeys()).contains("app.kubernetes.io/name");
		});
		Integer replicas = this.dev.one(Deployment.class, service.name()).getSpec().getReplicas();
		if (replicas != null) {
			assertThat(replicas).isEqualTo(service.name().equals("discovery") ? 1 : Math.max(2, replicas));
		}
	}

	@Test
	void imagesNameAVersion() {
		assertThat(containers()).extracting(Container::getImage)
			.allMatch((image) -> image.contains(":") && !image.endsWith(":latest"))
			.contains("apache/kafka:" + Repository.property("kafka.version"),
					"keycloak/keycloak:" + Repository.property("keycloak.version"));
	}

	@Test
	void kafkaHasAClusterIdOfSixteenBytes() {
		EnvVar id = this.dev.one(StatefulSet.class, "kafka")
			.getSpec()
			.getTemplate()
			.getSpec()
			.getContainers()
			.getFirst()
			.getEnv()
			.stream()
			.filter((variable) -> variable.getName().equals("CLUSTER_ID"))
			.findFirst()
			.orElseThrow();
		assertThat(Base64.getUrlDecoder().decode(id.getValue())).hasSize(16);
	}

	private static String read(Path file) {
		return Repository.read(Repository.ROOT.relativize(file).toString());
	}

	private static String path(Probe probe) {
		return probe.getHttpGet().getPath();
	}

	private static Optional<Integer> managementPort(Container container) {
		return container.getPorts()
			.stream()
			.filter((port) -> port.getName().equals("management"))
			.map(ContainerPort::getContainerPort)
			.findFirst();
	}

	private Set<String> settings() {
		return this.dev.one(ConfigMap.class, "marquee-settings").getData().keySet();
	}

	private PodSpec pod(ServiceModule service) {
		return this.dev.one(Deployment.class, service.name()).getSpec().getTemplate().getSpec();
	}

	private Container container(ServiceModule service) {
		return pod(service).getContainers().getFirst();
	}

	private List<Container> containers() {
		return pods().stream().flatMap((pod) -> pod.getContainers().stream()).toList();
	}

	private List<PodSpec> pods() {
		return Stream
			.of(this.dev.all(Deployment.class).stream().map((deployment) -> deployment.getSpec().getTemplate()),
					this.dev.all(StatefulSet.class).stream().map((set) -> set.getSpec().getTemplate()),
					this.dev.all(Job.class).stream().map((job) -> job.getSpec().getTemplate()))
			.flatMap((templates) -> templates)
			.map((template) -> template.getSpec())
			.toList();
	}

}
