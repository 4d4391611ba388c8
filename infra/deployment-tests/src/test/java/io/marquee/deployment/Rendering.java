package io.marquee.deployment;

import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;

/**
 * What {@code kubectl apply -k} would send, as typed objects. A small part of Kustomize,
 * enough for these files: resources, labels, strategic merge patches, config maps by
 * literals (without the hash in their names), tags and the namespace.
 */
final class Rendering {

	private static final Map<String, Class<? extends HasMetadata>> TYPES = Map.ofEntries(
			Map.entry("v1/Namespace", Namespace.class), Map.entry("v1/Service", Service.class),
			Map.entry("v1/ServiceAccount", ServiceAccount.class), Map.entry("v1/ConfigMap", ConfigMap.class),
			Map.entry("apps/v1/Deployment", Deployment.class), Map.entry("apps/v1/StatefulSet", StatefulSet.class),
			Map.entry("batch/v1/Job", Job.class),
			Map.entry("autoscaling/v2/HorizontalPodAutoscaler", HorizontalPodAutoscaler.class),
			Map.entry("networking.k8s.io/v1/Ingress", Ingress.class),
			Map.entry("networking.k8s.io/v1/NetworkPolicy", NetworkPolicy.class),
			Map.entry("policy/v1/PodDisruptionBudget", PodDisruptionBudget.class));

	private final List<Map<String, Object>> objects;

	private Rendering(List<Map<String, Object>> objects) {
		this.objects = objects;
	}

	static Rendering of(String folder) {
		return new Rendering(render(folder));
	}

	List<HasMetadata> all() {
		return this.objects.stream().<HasMetadata>map(Rendering::typed).toList();
	}

	<T extends HasMetadata> List<T> all(Class<T> type) {
		return all().stream().filter(type::isInstance).map(type::cast).toList();
	}

	<T extends HasMetadata> T one(Class<T> type, String name) {
		return all(type).stream()
			.filter((object) -> object.getMetadata().getName().equals(name))
			.findFirst()
			.orElseThrow(() -> new AssertionError("No " + type.getSimpleName() + " named " + name));
	}

	static HasMetadata typed(Map<String, Object> object) {
		String kind = object.get("apiVersion") + "/" + object.get("kind");
		Class<? extends HasMetadata> type = TYPES.get(kind);
		if (type == null) {
			throw new IllegalArgumentException("Not a kind known here: " + kind);
		}
		return Yaml.camelCase(object, type);
	}

	private static List<Map<String, Object>> render(String folder) {
		Kustomization kustomization = Kustomization.of(folder);
		List<Map<String, Object>> objects = new ArrayList<>();
		for (String resource : kustomization.resources()) {
			String path = Repository.ROOT.resolve(folder).resolve(resource).normalize().toString();
			String relative = Repository.ROOT.relativize(java.nio.file.Path.of(path)).toString();
			objects.addAll(Files.isDirectory(java.nio.file.Path.of(path)) ? render(relative)
					: Yaml.documents(Repository.read(relative)));
		}
		Kustomization.orEmpty(kustomization.configMapGenerator()).forEach((generator) -> generate(generator, objects));
		for (Kustomization.Patch patch : Kustomization.orEmpty(kustomization.patches())) {
			Map<String, Object> shape = Yaml.documents(Repository.read(folder + "/" + patch.path())).getFirst();
			objects.stream()
				.filter((object) -> patch.target().kind().equals(object.get("kind")))
				.filter((object) -> patch.target().name() == null
						|| patch.target().name().equals(child(object, "metadata").get("name")))
				.forEach((object) -> merge(object, withoutName(shape)));
		}
		for (Kustomization.Labels labels : Kustomization.orEmpty(kustomization.labels())) {
			objects.forEach((object) -> label(object, labels));
		}
		if (kustomization.namespace() != null) {
			objects.stream()
				.filter((object) -> !"Namespace".equals(object.get("kind")))
				.forEach((object) -> child(object, "metadata").put("namespace", kustomization.namespace()));
		}
		Kustomization.orEmpty(kustomization.images()).forEach((image) -> tag(objects, image));
		return objects;
	}

	private static void generate(Kustomization.ConfigMapGenerator generator, List<Map<String, Object>> objects) {
		if ("merge".equals(generator.behavior())) {
			Map<String, Object> existing = objects.stream()
				.filter((object) -> "ConfigMap".equals(object.get("kind")))
				.filter((object) -> generator.name().equals(child(object, "metadata").get("name")))
				.findFirst()
				.orElseThrow();
			child(existing, "data").putAll(generator.data());
			return;
		}
		Map<String, Object> configMap = new LinkedHashMap<>(Map.of("apiVersion", "v1", "kind", "ConfigMap"));
		child(configMap, "metadata").put("name", generator.name());
		child(configMap, "data").putAll(generator.data());
		objects.add(configMap);
	}

	private static void label(Map<String, Object> object, Kustomization.Labels labels) {
		child(child(object, "metadata"), "labels").putAll(labels.pairs());
		if (labels.includeTemplates() && child(object, "spec").containsKey("template")) {
			child(child(child(child(object, "spec"), "template"), "metadata"), "labels").putAll(labels.pairs());
		}
		if (child(object, "spec").isEmpty()) {
			object.remove("spec");
		}
	}

	private static void tag(List<Map<String, Object>> objects, Kustomization.Image image) {
		for (Map<String, Object> object : objects) {
			if (child(object, "spec").get("template") instanceof Map) {
				Map<String, Object> pod = child(child(child(object, "spec"), "template"), "spec");
				((List<?>) pod.get("containers")).stream()
					.map(Yaml::map)
					.filter((container) -> image.name().equals(container.get("image")))
					.forEach((container) -> container.put("image", image.name() + ":" + image.newTag()));
			}
			if (child(object, "spec").isEmpty()) {
				object.remove("spec");
			}
		}
	}

	private static Map<String, Object> withoutName(Map<String, Object> shape) {
		Map<String, Object> copy = new LinkedHashMap<>(shape);
		copy.remove("metadata");
		return copy;
	}

	private static void merge(Map<String, Object> target, Map<String, Object> patch) {
		patch.forEach((key, value) -> {
			Object there = target.get(key);
			if (there instanceof Map && value instanceof Map) {
				merge(Yaml.map(there), Yaml.map(value));
			}
			else if (there instanceof List<?> list && value instanceof List<?> additions) {
				target.put(key, mergeByName(list, additions));
			}
			else {
				target.put(key, copy(value));
			}
		});
	}

	private static List<Object> mergeByName(List<?> list, List<?> additions) {
		List<Object> merged = new ArrayList<>(list);
		for (Object addition : additions) {
			Object name = Yaml.map(addition).get("name");
			merged.stream()
				.map(Yaml::map)
				.filter((element) -> name.equals(element.get("name")))
				.findFirst()
				.ifPresentOrElse((element) -> merge(element, Yaml.map(addition)), () -> merged.add(copy(addition)));
		}
		return merged;
	}

	private static Object copy(Object value) {
		if (value instanceof Map) {
			Map<String, Object> copy = new LinkedHashMap<>();
			Yaml.map(value).forEach((key, element) -> copy.put(key, copy(element)));
			return copy;
		}
		return (value instanceof List<?> list) ? new ArrayList<>(list.stream().map(Rendering::copy).toList()) : value;
	}

	private static Map<String, Object> child(Map<String, Object> object, String key) {
		return Yaml.map(object.computeIfAbsent(key, (absent) -> new LinkedHashMap<String, Object>()));
	}

}
