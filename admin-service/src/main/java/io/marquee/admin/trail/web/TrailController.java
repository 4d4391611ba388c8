package io.marquee.admin.trail.web;

import io.marquee.admin.trail.Recorded;
import io.marquee.admin.trail.Trail;
import io.marquee.platform.web.ApiException;
import io.marquee.platform.web.KnownParameters;
import io.marquee.platform.web.PageView;
import io.marquee.platform.web.Paging;
import io.marquee.platform.web.SortableBy;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;

import org.springframework.context.annotation.Configuration;
import org.springframework.data.domain.Sort;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Reads only: the trail has no other door. */
@RestController
class TrailController {

	private static final String PATH = "/api/v1/admin/audit";

	private final Trail trail;

	TrailController(Trail trail) {
		this.trail = trail;
	}

	@GetMapping(PATH)
	PageView<Recorded> find(@ParameterObject @ModelAttribute TrailQuery query,
			@SortableBy(value = "at", byDefault = "-at") Paging paging) {
		@Nullable String after = query.cursor();
		if (after != null && paging.page() > 1) {
			throw ApiException.invalid("page", "says the same as after; leave one of them out");
		}
		boolean oldestFirst = paging.sort().stream().findFirst().map(Sort.Order::isAscending).orElse(false);
		return this.trail.find(query.search(), after, oldestFirst, paging);
	}

	@Configuration(proxyBeanMethods = false)
	static class KnownFilters implements WebMvcConfigurer {

		/** A misspelt filter would answer with everything. */
		@Override
		public void addInterceptors(InterceptorRegistry registry) {
			registry.addInterceptor(new KnownParameters()).addPathPatterns(PATH);
		}

	}

}
