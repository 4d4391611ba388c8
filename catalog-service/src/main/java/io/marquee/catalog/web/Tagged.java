package io.marquee.catalog.web;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

import io.marquee.catalog.store.Aggregate;

/**
 * Answers that tell the version of what they show as a strong entity tag, so that a
 * change can be bound to it.
 */
public final class Tagged {

	private Tagged() {
	}

	/**
	 * An answer 200.
	 * @param <V> the view
	 * @param thing what is shown
	 * @param view as it is shown
	 * @return the answer
	 */
	public static <V> ResponseEntity<V> ok(Aggregate<?> thing, V view) {
		return answer(HttpStatus.OK, thing, view);
	}

	/**
	 * An answer 201.
	 * @param <V> the view
	 * @param thing what was made
	 * @param view as it is shown
	 * @return the answer
	 */
	public static <V> ResponseEntity<V> created(Aggregate<?> thing, V view) {
		return answer(HttpStatus.CREATED, thing, view);
	}

	/**
	 * The entity tag of a version.
	 * @param thing the thing
	 * @return the tag, in quotes
	 */
	public static String tag(Aggregate<?> thing) {
		return "\"" + thing.version() + "\"";
	}

	private static <V> ResponseEntity<V> answer(HttpStatus status, Aggregate<?> thing, V view) {
		return ResponseEntity.status(status).eTag(tag(thing)).body(view);
	}

}
