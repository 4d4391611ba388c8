package io.marquee.catalog.web;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.springframework.util.StringUtils;

import io.marquee.platform.web.ApiException;

/**
 * The facets that a list counts when it is asked to, as in {@code ?facets=genre,city}.
 */
public final class WantedFacets {

	private static final List<String> KNOWN = List.of("genre", "language", "city", "format");

	private WantedFacets() {
	}

	/**
	 * Reads the parameter.
	 * @param text names separated by commas
	 * @return the names, maybe none
	 * @throws ApiException 400 that lists the right names
	 */
	public static Set<String> read(@Nullable String text) {
		Set<String> names = new LinkedHashSet<>(
				List.of(StringUtils.tokenizeToStringArray((text != null) ? text : "", ",")));
		if (!KNOWN.containsAll(names)) {
			throw ApiException.invalid("facets", "must be of " + String.join(", ", KNOWN));
		}
		return names;
	}

}
