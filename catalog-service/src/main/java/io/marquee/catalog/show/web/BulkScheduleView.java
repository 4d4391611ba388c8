package io.marquee.catalog.show.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

import io.marquee.catalog.show.BulkScheduling;
import io.marquee.catalog.show.Show;
import io.marquee.platform.web.ApiException;
import io.marquee.platform.web.FieldProblem;

/**
 * What became of many wishes, or would.
 */
record BulkScheduleView(boolean dryRun, int total, long scheduled, long refused, List<Item> results) {

	static BulkScheduleView of(List<BulkScheduling.Result> results, boolean dryRun) {
		List<Item> items = results.stream().map((result) -> Item.of(result, dryRun)).toList();
		long scheduled = items.stream().filter(Item::scheduled).count();
		return new BulkScheduleView(dryRun, items.size(), scheduled, items.size() - scheduled, items);
	}

	/**
	 * One of them. In a dry run, {@code scheduled} says that it would be, and there is no
	 * {@code showId}.
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record Item(String screenId, LocalDate date, LocalTime time, boolean scheduled, @Nullable Instant startsAt,
			@Nullable String showId, @Nullable String code, @Nullable String message,
			@Nullable List<FieldProblem> errors) {

		static Item of(BulkScheduling.Result result, boolean dryRun) {
			Show show = result.show().orElse(null);
			ApiException refusal = result.refusal().orElse(null);
			return new Item(result.screenId(), result.local().toLocalDate(), result.local().toLocalTime(), show != null,
					(show != null) ? show.startsAt() : null, (show != null && !dryRun) ? show.id() : null,
					(refusal != null) ? refusal.code() : null, (refusal != null) ? refusal.message() : null,
					(refusal != null && !refusal.errors().isEmpty()) ? refusal.errors() : null);
		}

	}

}
