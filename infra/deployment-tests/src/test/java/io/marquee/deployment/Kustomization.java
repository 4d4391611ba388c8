package io.marquee.deployment;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A {@code kustomization.yaml}, limited to what this repository uses; {@link Rendering}
 * knows what each of these does.
 */
record Kustomization(String apiVersion, String kind, String namespace, List<Labels> labels, List<String> resources,
		List<Patch> patches, List<ConfigMapGenerator> configMapGenerator, List<Image> images) {

	record Labels(Map<String, String> pairs, boolean includeTemplates) {
	}

	record Patch(String path, Target target) {
	}

	record Target(String kind, String name) {
	}

	record ConfigMapGenerator(String name, String behavior, List<String> literals) {

		Map<String, String> data() {
			Map<String, String> data = new LinkedHashMap<>();
			this.literals.forEach((literal) -> data.put(literal.split("=", 2)[0], literal.split("=", 2)[1]));
			return data;
		}

	}

	record Image(String name, String newTag) {
	}

	static Kustomization of(String folder) {
		return Yaml.camelCase(Yaml.documents(Repository.read(folder + "/kustomization.yaml")).getFirst(),
				Kustomization.class);
	}

	static <T> List<T> orEmpty(List<T> list) {
		return (list != null) ? list : List.of();
	}

}
