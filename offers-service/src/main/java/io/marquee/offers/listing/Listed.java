package io.marquee.offers.listing;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * Something the public can look up and an administrator keeps.
 *
 * @param <T> itself
 */
public interface Listed<T extends Listed<T>> {

	/**
	 * Its id.
	 * @return the id
	 */
	String id();

	/**
	 * How often it was saved.
	 * @return the version, null before the first time
	 */
	@Nullable Long version();

	/**
	 * Whether the public sees it.
	 * @return whether it does
	 */
	boolean active();

	/**
	 * When it was made.
	 * @return the instant
	 */
	Instant createdAt();

	/**
	 * The same, shown if it was hidden and hidden if it was shown.
	 * @param now when that is done
	 * @return the changed one
	 */
	T toggled(Instant now);

}
