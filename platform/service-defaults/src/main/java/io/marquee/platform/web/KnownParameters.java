package io.marquee.platform.web;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.core.MethodParameter;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Refuses query parameters that a list does not know. A misspelt filter that is silently
 * dropped would answer with everything. A service registers it for the paths it is for.
 */
public class KnownParameters implements HandlerInterceptor {

	private final Map<HandlerMethod, Set<String>> known = new ConcurrentHashMap<>();

	@Override
	public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
		if (handler instanceof HandlerMethod method && method.getBeanType().getName().startsWith("io.marquee.")) {
			Set<String> names = this.known.computeIfAbsent(method, KnownParameters::of);
			List<FieldProblem> unknown = request.getParameterMap()
				.keySet()
				.stream()
				.filter((name) -> !names.contains(name))
				.map((name) -> new FieldProblem(name,
						names.isEmpty() ? "this address takes no parameters"
								: "is not known here; use " + String.join(", ", names)))
				.toList();
			if (!unknown.isEmpty()) {
				throw new ApiException(HttpStatus.BAD_REQUEST, "UNKNOWN_PARAMETER",
						"The request has parameters that are not known here; see errors for each", unknown);
			}
		}
		return true;
	}

	private static Set<String> of(HandlerMethod method) {
		Set<String> names = new TreeSet<>();
		for (MethodParameter parameter : method.getMethodParameters()) {
			if (parameter.getParameterType() == Paging.class) {
				names.addAll(List.of("page", "limit", "sort"));
			}
			else if (parameter.hasParameterAnnotation(ModelAttribute.class)) {
				Arrays.stream(parameter.getParameterType().getRecordComponents())
					.map(RecordComponent::getName)
					.forEach(names::add);
			}
			else if (parameter.hasParameterAnnotation(RequestParam.class)) {
				names.add(parameter.getParameter().getName());
			}
		}
		return names;
	}

}
