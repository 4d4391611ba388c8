package io.marquee.catalog.transfer;

import org.jspecify.annotations.Nullable;

import io.marquee.catalog.store.Aggregate;
import io.marquee.catalog.store.Change;

/**
 * What a line comes to.
 *
 * @param <T> what is imported
 * @param line the line
 * @param before what is there; null if there is nothing
 * @param after what there should be; what is there if the line says nothing new
 */
public record Planned<T extends Aggregate<T>>(ImportLine line, @Nullable T before, T after) {

	/**
	 * Whether there is nothing to do.
	 * @return whether it is as it should be
	 */
	public boolean unchanged() {
		return this.before == this.after;
	}

	/**
	 * The write.
	 * @return the write
	 */
	public Change<T> change() {
		return new Change<>(this.before, this.after);
	}

}
