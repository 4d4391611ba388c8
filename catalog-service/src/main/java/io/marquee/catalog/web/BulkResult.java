package io.marquee.catalog.web;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

import io.marquee.catalog.store.Affected;
import io.marquee.platform.audit.AffectedIds;
import io.marquee.platform.web.ApiException;

/**
 * What became of one of many.
 *
 * @param id the id
 * @param done whether it worked
 * @param code why not
 * @param message why not, for people
 * @param affected whom it concerns, where that is counted
 */
public record BulkResult(String id, boolean done, @Nullable String code, @Nullable String message,
		@JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Affected affected) {

	/**
	 * Does the same to each; what fails for one does not keep it from the others.
	 * @param ids the ids, each taken once
	 * @param action what to do
	 * @return a result for each
	 */
	public static List<BulkResult> each(List<String> ids, Consumer<String> action) {
		return all(ids, (id) -> {
			action.accept(id);
			return new BulkResult(id, true, null, null, null);
		});
	}

	/**
	 * Does the same to each, and says whom it concerns.
	 * @param ids the ids, each taken once
	 * @param action what to do; gives back whom it concerns
	 * @return a result for each
	 */
	public static List<BulkResult> counted(List<String> ids, Function<String, Affected> action) {
		return all(ids, (id) -> new BulkResult(id, true, null, null, action.apply(id)));
	}

	private static List<BulkResult> all(List<String> ids, Function<String, BulkResult> action) {
		AffectedIds.note(ids);
		return ids.stream().distinct().map((id) -> {
			try {
				return action.apply(id);
			}
			catch (ApiException ex) {
				return new BulkResult(id, false, ex.code(), ex.getMessage(), null);
			}
		}).toList();
	}

}
