package io.marquee.catalog.web;

import java.util.List;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

import io.marquee.platform.audit.AffectedIds;
import io.marquee.platform.web.ApiException;

/**
 * What became of one of many.
 *
 * @param id the id
 * @param done whether it worked
 * @param code why not
 * @param message why not, for people
 */
public record BulkResult(String id, boolean done, @Nullable String code, @Nullable String message) {

	/**
	 * Does the same to each; what fails for one does not keep it from the others.
	 * @param ids the ids, each taken once
	 * @param action what to do
	 * @return a result for each
	 */
	public static List<BulkResult> each(List<String> ids, Consumer<String> action) {
		AffectedIds.note(ids);
		return ids.stream().distinct().map((id) -> one(id, action)).toList();
	}

	private static BulkResult one(String id, Consumer<String> action) {
		try {
			action.accept(id);
			return new BulkResult(id, true, null, null);
		}
		catch (ApiException ex) {
			return new BulkResult(id, false, ex.code(), ex.getMessage());
		}
	}

}
