package io.marquee.platform.web;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.core.MethodParameter;
import org.springframework.data.domain.Sort;
import org.springframework.util.StringUtils;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/**
 * Reads {@code ?page=1&limit=10&sort=field,-other} into a {@link Paging}.
 */
class PagingResolver implements HandlerMethodArgumentResolver {

	@Override
	public boolean supportsParameter(MethodParameter parameter) {
		return parameter.getParameterType() == Paging.class;
	}

	@Override
	public Paging resolveArgument(MethodParameter parameter, @Nullable ModelAndViewContainer container,
			NativeWebRequest request, @Nullable WebDataBinderFactory binders) {
		List<FieldProblem> errors = new ArrayList<>();
		int page = number(request.getParameter("page"), "page", 1, Integer.MAX_VALUE, errors);
		int limit = number(request.getParameter("limit"), "limit", Paging.DEFAULT_LIMIT, Paging.MAX_LIMIT, errors);
		Sort sort = sort(request.getParameter("sort"), parameter.getParameterAnnotation(SortableBy.class), errors);
		if (!errors.isEmpty()) {
			throw ApiException.invalid(errors);
		}
		return new Paging(page, limit, sort);
	}

	private static int number(@Nullable String text, String name, int absent, int max, List<FieldProblem> errors) {
		if (!StringUtils.hasText(text)) {
			return absent;
		}
		try {
			int value = Integer.parseInt(text.strip());
			if (value >= 1 && value <= max) {
				return value;
			}
		}
		catch (NumberFormatException ex) {
			// told below, like a number out of range
		}
		errors.add(new FieldProblem(name,
				"must be a whole number from 1" + ((max == Integer.MAX_VALUE) ? "" : " to " + max)));
		return absent;
	}

	private static Sort sort(@Nullable String text, @Nullable SortableBy allowed, List<FieldProblem> errors) {
		List<String> names = (allowed != null) ? List.of(allowed.value()) : List.of();
		String wanted = StringUtils.hasText(text) ? text : (allowed != null) ? allowed.byDefault() : "";
		List<Sort.Order> orders = new ArrayList<>();
		for (String part : StringUtils.tokenizeToStringArray(wanted, ",")) {
			String name = part.startsWith("-") ? part.substring(1) : part;
			if (!names.contains(name)) {
				errors.add(new FieldProblem("sort",
						names.isEmpty() ? "this list has one order only" : "must be of " + String.join(", ", names)));
				return Sort.unsorted();
			}
			orders.add(part.startsWith("-") ? Sort.Order.desc(name) : Sort.Order.asc(name));
		}
		return Sort.by(orders);
	}

}
