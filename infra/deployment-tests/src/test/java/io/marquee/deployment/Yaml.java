package io.marquee.deployment;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.databind.json.JsonMapper;
import org.yaml.snakeyaml.LoaderOptions;

/**
 * Strict reading: a key twice, or one that its model does not know, is an error.
 */
final class Yaml {

	private static final ObjectMapper CAMEL_CASE = JsonMapper.builder()
		.enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
		.annotationIntrospector(new WithoutCatchAll())
		.build();

	private static final ObjectMapper SNAKE_CASE = CAMEL_CASE.copy()
		.setPropertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE);

	private Yaml() {
	}

	static <T> T camelCase(Object tree, Class<T> type) {
		return CAMEL_CASE.convertValue(tree, type);
	}

	static <T> T snakeCase(String text, Class<T> type) {
		return SNAKE_CASE.convertValue(documents(text).getFirst(), type);
	}

	static List<Map<String, Object>> documents(String text) {
		LoaderOptions options = new LoaderOptions();
		options.setAllowDuplicateKeys(false);
		List<Map<String, Object>> documents = new ArrayList<>();
		new org.yaml.snakeyaml.Yaml(options).loadAll(text).forEach((document) -> documents.add(map(document)));
		return documents;
	}

	static Map<String, Object> flat(String text) {
		Map<String, Object> flat = new LinkedHashMap<>();
		documents(text).forEach((document) -> flatten("", document, flat));
		return flat;
	}

	private static void flatten(String prefix, Map<String, Object> tree, Map<String, Object> flat) {
		tree.forEach((key, value) -> {
			if (value instanceof Map) {
				flatten(prefix + key + ".", map(value), flat);
			}
			else {
				flat.put(prefix + key, value);
			}
		});
	}

	@SuppressWarnings("unchecked")
	static Map<String, Object> map(Object tree) {
		return (Map<String, Object>) tree;
	}

	/**
	 * The Kubernetes model swallows unknown fields in a catch-all setter; without it they
	 * fail.
	 */
	private static final class WithoutCatchAll extends JacksonAnnotationIntrospector {

		@Override
		public Boolean hasAnySetter(Annotated annotated) {
			return null;
		}

	}

}
