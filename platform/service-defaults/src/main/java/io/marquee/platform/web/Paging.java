package io.marquee.platform.web;

import org.springframework.data.domain.Sort;

/**
 * Which page of a list is wanted, and in which order.
 *
 * @param page the page, from 1
 * @param limit items a page, 1 to 100
 * @param sort the order, checked against {@link SortableBy}
 */
public record Paging(int page, int limit, Sort sort) {

	/** Items a page when the request does not say. */
	public static final int DEFAULT_LIMIT = 10;

	/** The most items a page may hold. */
	public static final int MAX_LIMIT = 100;

	/**
	 * Items before this page.
	 * @return how many to skip
	 */
	public long skip() {
		return (this.page - 1L) * this.limit;
	}

}
