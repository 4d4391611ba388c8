package io.marquee.platform.web;

import java.util.List;
import java.util.function.Function;

/**
 * One page of a list.
 *
 * @param <T> what the list holds
 * @param items the items of this page
 * @param page the page, from 1
 * @param limit items a page
 * @param totalItems items in all
 * @param totalPages pages in all
 */
public record PageView<T>(List<T> items, int page, int limit, long totalItems, long totalPages) {

	/**
	 * A page whose items are already cut.
	 * @param <T> what the list holds
	 * @param items the items of this page
	 * @param paging what was asked for
	 * @param totalItems items in all
	 * @return the page
	 */
	public static <T> PageView<T> of(List<T> items, Paging paging, long totalItems) {
		return new PageView<>(items, paging.page(), paging.limit(), totalItems,
				Math.ceilDiv(totalItems, paging.limit()));
	}

	/**
	 * Cuts a page from a whole list in memory.
	 * @param <T> what the list holds
	 * @param all the whole list, in order
	 * @param paging what was asked for
	 * @return the page
	 */
	public static <T> PageView<T> cut(List<T> all, Paging paging) {
		int from = (int) Math.min(all.size(), paging.skip());
		int to = Math.min(all.size(), from + paging.limit());
		return of(List.copyOf(all.subList(from, to)), paging, all.size());
	}

	/**
	 * The same page of something else.
	 * @param <R> what the result holds
	 * @param view how to show an item
	 * @return the page of views
	 */
	public <R> PageView<R> map(Function<? super T, ? extends R> view) {
		return new PageView<>(this.items.stream().<R>map(view).toList(), this.page, this.limit, this.totalItems,
				this.totalPages);
	}

}
