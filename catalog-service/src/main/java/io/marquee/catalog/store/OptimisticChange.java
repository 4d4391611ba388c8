package io.marquee.catalog.store;

import java.util.function.BiPredicate;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

import org.springframework.http.HttpStatus;

import io.marquee.platform.web.ApiException;

/**
 * Changes one document by its version: read, change, replace if nobody was faster, else
 * once more. Nobody's change is lost and nobody waits for a lock.
 */
public final class OptimisticChange {

	private static final int ATTEMPTS = 10;

	private OptimisticChange() {
	}

	/**
	 * Changes.
	 * @param <T> what is changed
	 * @param load reads it, or throws that there is none
	 * @param expected what the change was thought out for
	 * @param change the change; gives back its argument if there is nothing to do
	 * @param replace stores the second in place of the first, false if that one is
	 * outdated
	 * @return what is stored now
	 * @throws ApiException 412, {@code PRECONDITION_FAILED}; 409,
	 * {@code CHANGED_MEANWHILE}
	 */
	public static <T extends Aggregate<T>> T apply(Supplier<T> load, Expected expected, UnaryOperator<T> change,
			BiPredicate<T, T> replace) {
		for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
			T before = load.get();
			expected.check(before);
			T after = change.apply(before);
			if (after == before || replace.test(before, after)) {
				return after;
			}
		}
		throw new ApiException(HttpStatus.CONFLICT, "CHANGED_MEANWHILE",
				"Somebody else keeps changing this; read it again and retry");
	}

}
