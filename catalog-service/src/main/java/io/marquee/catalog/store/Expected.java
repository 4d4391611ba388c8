package io.marquee.catalog.store;

import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;

import io.marquee.platform.web.ApiException;

/**
 * What a change was thought out for: it is made to that version or not at all.
 *
 * @param versions the versions that will do; null if any will
 */
public record Expected(@Nullable Set<String> versions) {

	/** Whatever is stored. */
	public static final Expected ANY = new Expected(null);

	/**
	 * Checks.
	 * @param found what is stored
	 * @throws ApiException 412, {@code PRECONDITION_FAILED}, if it will not do
	 */
	public void check(Aggregate<?> found) {
		if (this.versions != null && !this.versions.contains(Long.toString(found.version()))) {
			throw new ApiException(HttpStatus.PRECONDITION_FAILED, "PRECONDITION_FAILED",
					"It was changed since you read it and is at version " + found.version()
							+ " now; read it again and decide anew");
		}
	}

}
