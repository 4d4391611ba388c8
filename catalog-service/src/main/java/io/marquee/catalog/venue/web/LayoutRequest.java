package io.marquee.catalog.venue.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import io.marquee.catalog.venue.SeatCategory;
import io.marquee.catalog.venue.SeatLayout;
import io.marquee.catalog.venue.SeatRow;

/**
 * A seat layout as it may be sent: text with a line a row, a list of such lines, or rows
 * as JSON, {@code {"rows":[{"row":"A","cells":["REGULAR",null,"VIP"]}]}}.
 *
 * @param layout what was sent, checked
 */
record LayoutRequest(SeatLayout layout) {

	@JsonCreator(mode = JsonCreator.Mode.DELEGATING)
	static LayoutRequest of(JsonNode sent) {
		if (sent.isString()) {
			return new LayoutRequest(SeatLayout.parse(Arrays.asList(sent.asString().strip().split("\\R"))));
		}
		JsonNode rows = sent.isObject() ? sent.path("rows") : sent;
		if (!rows.isArray()) {
			throw new IllegalArgumentException("must be lines such as 'A: RRRR_RRRR', or {\"rows\":[…]}");
		}
		if (!rows.isEmpty() && rows.get(0).isObject()) {
			return new LayoutRequest(new SeatLayout(rows.valueStream().map(LayoutRequest::row).toList()));
		}
		return new LayoutRequest(SeatLayout.parse(rows.valueStream().map((row) -> row.asString("")).toList()));
	}

	private static SeatRow row(JsonNode row) {
		List<@Nullable SeatCategory> cells = new ArrayList<>();
		for (JsonNode cell : row.path("cells")) {
			JsonNode category = cell.isObject() ? cell.path("category") : cell;
			cells.add(category.isNull() ? null : category(category.asString("")));
		}
		return new SeatRow(row.path("row").asString(""), cells);
	}

	private static SeatCategory category(String name) {
		try {
			return SeatCategory.valueOf(name);
		}
		catch (IllegalArgumentException ex) {
			throw new IllegalArgumentException(
					"'" + name + "' is no category; use one of " + Arrays.toString(SeatCategory.values()), ex);
		}
	}

	@JsonValue
	List<String> text() {
		return this.layout.text();
	}

}
