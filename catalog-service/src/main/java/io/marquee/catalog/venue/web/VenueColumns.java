package io.marquee.catalog.venue.web;

import java.math.BigDecimal;
import java.util.List;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import io.marquee.catalog.transfer.Cells;
import io.marquee.catalog.transfer.Column;
import io.marquee.catalog.transfer.Columns;

/**
 * The columns of a file of venues.
 */
final class VenueColumns {

	/** A policy without a rule, which is not the same as none: nothing is given back. */
	private static final String NO_RULES = "none";

	static final Columns ALL = Columns.of(Column.of(Columns.EXTERNAL_ID).isRequired(), Column.of("name").isRequired(),
			Column.of("address").isRequired(), Column.of("city").isRequired(), coordinate("lat"), coordinate("lng"),
			Column.of("timeZone"), Column.list("amenities"), Column.of("bookingCutOffMinutes"),
			new Column("cancellationPolicy", "cancellationPolicy", false, new Policy()),
			new Column("screens", "screens", false, new Screens()), Column.of(Columns.ACTIVE));

	private VenueColumns() {
	}

	private static Column coordinate(String name) {
		return new Column(name, "coordinates." + name, false, new Column.Form() {
			@Override
			public void fill(String cell, ObjectNode content) {
				JsonNode present = content.path("coordinates");
				if (!cell.isEmpty()) {
					ObjectNode place = (present instanceof ObjectNode known) ? known : content.putObject("coordinates");
					place.put(name, cell);
				}
				else if (present.isMissingNode()) {
					content.putNull("coordinates");
				}
			}

			@Override
			public String cell(ObjectNode content) {
				JsonNode degrees = content.path("coordinates").path(name);
				return degrees.isNumber() ? BigDecimal.valueOf(degrees.asDouble()).toPlainString() : "";
			}
		});
	}

	/** Such as {@code 24:100|2:50}. */
	private static final class Policy implements Column.Form {

		@Override
		public void fill(String cell, ObjectNode content) {
			if (cell.isEmpty()) {
				content.putNull("cancellationPolicy");
				return;
			}
			ArrayNode rules = content.putArray("cancellationPolicy");
			for (String rule : cell.equals(NO_RULES) ? List.<String>of() : Cells.split(cell, '|')) {
				String[] parts = rule.split(":", -1);
				if (parts.length != 2) {
					throw new IllegalArgumentException(
							"must be hours before the start and percent given back, such as 24:100|2:50, or "
									+ NO_RULES);
				}
				rules.addObject().put("hoursBefore", parts[0].strip()).put("refundPercent", parts[1].strip());
			}
		}

		@Override
		public String cell(ObjectNode content) {
			List<String> rules = content.path("cancellationPolicy")
				.valueStream()
				.map((rule) -> rule.path("hoursBefore").asInt() + ":" + rule.path("refundPercent").asInt())
				.toList();
			return rules.isEmpty() ? NO_RULES : Cells.join(rules, '|');
		}

	}

	/** Such as {@code One=A: RRRR_RR;B: PPPP|Two=A: VV}. */
	private static final class Screens implements Column.Form {

		@Override
		public void fill(String cell, ObjectNode content) {
			ArrayNode screens = content.putArray("screens");
			for (String text : Cells.split(cell, '|')) {
				List<String> parts = Cells.split(text, '=');
				if (parts.size() != 2) {
					throw new IllegalArgumentException(
							"must be names with their rows of seats, such as One=A: RRRR_RR;B: PPPP|Two=A: VV");
				}
				ArrayNode rows = screens.addObject()
					.put("name", Cells.plain(parts.getFirst()).strip())
					.putArray("layout");
				Cells.split(parts.getLast(), ';').stream().map(Cells::plain).map(String::strip).forEach(rows::add);
			}
		}

		@Override
		public String cell(ObjectNode content) {
			List<String> screens = content.path("screens").valueStream().map((screen) -> {
				List<String> rows = screen.path("layout")
					.valueStream()
					.map((row) -> Cells.escaped(row.asString()))
					.toList();
				return Cells.escaped(screen.path("name").asString()) + "=" + Cells.join(rows, ';');
			}).toList();
			return Cells.join(screens, '|');
		}

	}

}
