package io.marquee.catalog.search;

import java.util.List;
import java.util.Map;
import java.util.function.Function;

import com.fasterxml.jackson.annotation.JsonInclude;

import io.marquee.platform.web.PageView;

/**
 * One page of what was found, with counts over all that was found.
 *
 * @param <T> what the list holds
 * @param items the items of this page; fewer than a page's if some are gone since
 * @param page the page, from 1
 * @param limit items a page
 * @param totalItems items in all
 * @param totalPages pages in all
 * @param facets how many items in all have a value, by facet, the most frequent values
 * first; absent if none was asked for
 */
public record FoundPage<T>(List<T> items, int page, int limit, long totalItems, long totalPages,
		@JsonInclude(JsonInclude.Include.NON_EMPTY) Map<String, List<FacetCount>> facets) {

	static <T> FoundPage<T> of(PageView<T> page, Map<String, List<FacetCount>> facets) {
		return new FoundPage<>(page.items(), page.page(), page.limit(), page.totalItems(), page.totalPages(), facets);
	}

	/**
	 * The same page of something else.
	 * @param <R> what the result holds
	 * @param view how to show an item
	 * @return the page of views
	 */
	public <R> FoundPage<R> map(Function<? super T, ? extends R> view) {
		return of(plain().map(view), this.facets);
	}

	/**
	 * The page without its facets.
	 * @return the page
	 */
	public PageView<T> plain() {
		return new PageView<>(this.items, this.page, this.limit, this.totalItems, this.totalPages);
	}

}
