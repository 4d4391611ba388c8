package io.marquee.offers.listing;

import java.util.Locale;
import java.util.Optional;

import io.marquee.platform.web.ApiException;
import io.marquee.platform.web.Paging;

import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Pageable;
import org.springframework.data.domain.Sort;
import org.springframework.http.HttpStatus;

/**
 * What all public reads share.
 */
public final class PublicReads {

	private PublicReads() {
	}

	/**
	 * The page that was asked for. The id ends the order, so that equals do not change
	 * places between two pages.
	 * @param paging what was asked for
	 * @return the page
	 */
	public static Pageable pageable(Paging paging) {
		return pageable(paging, paging.sort());
	}

	/**
	 * The page that was asked for, of a list with one order only.
	 * @param paging what was asked for
	 * @param order the list's order
	 * @return the page
	 */
	public static Pageable pageable(Paging paging, Sort order) {
		return PageRequest.of(paging.page() - 1, paging.limit(), order.and(Sort.by("id")));
	}

	/**
	 * A listing that the public may see.
	 * @param <T> its kind
	 * @param found what is stored under the id that was asked for
	 * @param kind the kind's name, as in {@code OFFER_NOT_FOUND}
	 * @return the listing
	 * @throws ApiException if there is none, or it is hidden
	 */
	public static <T extends Listed<T>> T shown(Optional<T> found, String kind) {
		return found.filter(Listed::active).orElseThrow(() -> notFound(kind));
	}

	static ApiException notFound(String kind) {
		return new ApiException(HttpStatus.NOT_FOUND, kind + "_NOT_FOUND",
				"There is no such " + kind.toLowerCase(Locale.ROOT).replace('_', ' ') + ".");
	}

}
