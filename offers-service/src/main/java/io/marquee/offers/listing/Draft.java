package io.marquee.offers.listing;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * What an administrator sends to make or replace a listing.
 *
 * @param <T> what it becomes
 */
public interface Draft<T extends Listed<T>> {

	/**
	 * Makes a new listing, or a new state of an existing one.
	 * @param id its id
	 * @param existing what it replaces
	 * @param now when that is done
	 * @return the listing, not yet saved
	 */
	T toListing(String id, @Nullable T existing, Instant now);

}
