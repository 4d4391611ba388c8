package io.marquee.deployment;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The manifests as a whole: complete, well-formed, and true to each other.
 */
class ManifestTests {

	private final Rendering base = Rendering.of("k8s/base");

	@ParameterizedTest
	@ValueSource(strings = { "k8s/base", "k8s/overlays/dev" })
	void everyObjectIsKnownToKubernetesFieldByField(String folder) {
		List<HasMetadata> objects = Rendering.of(folder).all();
		assertThat(objects).isNotEmpty();
		assertThat(objects.stream().map((object) -> object.getKind() + "/" + object.getMetadata().getName()))
			.doesNotHaveDuplicates();
	}

	@ParameterizedTest
	@ValueSource(strings = { "k8s/base", "k8s/overlays/dev" })
	void kustomizationListsEveryFileAndEveryListedFileExists(String folder) {
		Path root = Repository.ROOT.resolve(folder);
		Kustomization kustomization = Kustomization.of(folder);
		Set<String> listed = new TreeSet<>(kustomization.resources());
		Kustomization.orEmpty(kustomization.patches()).forEach((patch) -> listed.add(patch.path()));
		Set<String> present = Repository.files(root, ".yaml")
			.stream()
			.map((file) -> root.relativize(file).toString())
			.filter((file) -> !file.equals("kustomization.yaml"))
			.collect(Collectors.toCollection(TreeSet::new));
		listed.removeIf((resource) -> resource.startsWith("../") && root.resolve(resource).toFile().isDirectory());
		assertThat(listed).isEqualTo(present);
	}

	@Test
	void everyServiceOfTheReactorIsDeployedAndNothingElse() {
		assertThat(names(Deployment.class)).containsExactlyInAnyOrderElementsOf(Repository.serviceNames());
	}

	@Test
	void everyDeploymentHasItsServiceAccountAndDisruptionBudget() {
		Set<String> deployments = names(Deployment.class);
		assertThat(names(Service.class)).isEqualTo(deployments);
		assertThat(names(ServiceAccount.class)).isEqualTo(deployments);
		assertThat(names(PodDisruptionBudget.class)).isEqualTo(deployments);
		assertThat(this.base.all(ServiceAccount.class))
			.allMatch((account) -> !account.getAutomountServiceAccountToken());
	}

	@Test
	void everySelectorMeetsThePodsOfItsOwnDeployment() {
		for (Deployment deployment : this.base.all(Deployment.class)) {
			String name = deployment.getMetadata().getName();
			Map<String, String> pod = deployment.getSpec().getTemplate().getMetadata().getLabels();
			LabelSelector budget = this.base.one(PodDisruptionBudget.class, name).getSpec().getSelector();
			assertThat(pod).containsEntry("app.kubernetes.io/name", name)
				.containsEntry("app.kubernetes.io/part-of", "marquee")
				.containsAllEntriesOf(deployment.getSpec().getSelector().getMatchLabels())
				.containsAllEntriesOf(this.base.one(Service.class, name).getSpec().getSelector())
				.containsAllEntriesOf(budget.getMatchLabels());
			assertThat(budget.getMatchLabels()).as(name).isNotEmpty();
		}
	}

	@Test
	void autoscalersOwnTheReplicasOfADeploymentThatExists() {
		for (HorizontalPodAutoscaler autoscaler : this.base.all(HorizontalPodAutoscaler.class)) {
			String target = autoscaler.getSpec().getScaleTargetRef().getName();
			assertThat(this.base.one(Deployment.class, target).getSpec().getReplicas()).as(target).isNull();
			assertThat(autoscaler.getSpec().getMinReplicas()).isGreaterThanOrEqualTo(2);
		}
	}

	@Test
	void onlyTheGatewayIsReachableFromOutside() {
		assertThat(this.base.all(Ingress.class)).allSatisfy((ingress) -> {
			assertThat(ingress.getSpec().getDefaultBackend()).isNull();
			assertThat(ingress.getSpec().getRules()).flatExtracting((rule) -> rule.getHttp().getPaths())
				.allMatch((path) -> path.getBackend().getService().getName().equals("gateway"));
		});
		assertThat(this.base.all(Service.class)).allMatch((service) -> service.getSpec().getType() == null);
		assertThat(this.base.all(NetworkPolicy.class)).filteredOn(ManifestTests::admitsAnyone)
			.singleElement()
			.satisfies((policy) -> assertThat(policy.getSpec().getPodSelector().getMatchLabels())
				.containsOnly(Map.entry("app.kubernetes.io/name", "gateway")));
		NetworkPolicy deny = this.base.one(NetworkPolicy.class, "deny-all-ingress");
		assertThat(deny.getSpec().getPodSelector()).isEqualTo(new LabelSelector());
		assertThat(deny.getSpec().getIngress()).isNullOrEmpty();
	}

	private static boolean admitsAnyone(NetworkPolicy policy) {
		return policy.getSpec().getIngress() != null
				&& policy.getSpec().getIngress().stream().anyMatch((rule) -> rule.getFrom().isEmpty());
	}

	private Set<String> names(Class<? extends HasMetadata> type) {
		return this.base.all(type)
			.stream()
			.map((object) -> object.getMetadata().getName())
			.collect(Collectors.toCollection(TreeSet::new));
	}

}
