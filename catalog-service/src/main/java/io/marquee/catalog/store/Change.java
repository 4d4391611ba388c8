package io.marquee.catalog.store;

import org.jspecify.annotations.Nullable;

/**
 * One of many writes.
 *
 * @param <T> the aggregate
 * @param before as it was read; null if it is new
 * @param after as it should be; if it is not new, its version is one higher
 */
public record Change<T extends Aggregate<T>>(@Nullable T before, T after) {

}
