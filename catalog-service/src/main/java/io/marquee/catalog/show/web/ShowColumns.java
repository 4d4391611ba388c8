package io.marquee.catalog.show.web;

import java.util.List;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import io.marquee.catalog.transfer.Cells;
import io.marquee.catalog.transfer.Column;
import io.marquee.catalog.transfer.Columns;

/**
 * The columns of a file of shows.
 */
final class ShowColumns {

	static final Columns ALL = Columns.of(Column.of(Columns.EXTERNAL_ID).isRequired(),
			Column.of("movieId").isRequired().called("movie"), Column.of("venueId").isRequired().called("venue"),
			Column.of("screenId").isRequired().called("screen"), Column.of("startsAt").isRequired(),
			Column.of("language"), Column.of("format"), new Column("prices", "prices", true, new Prices()),
			new Column("currency", "currency", false, new Currency()), Column.of("salesOpenAt"),
			Column.of("salesCloseAt"));

	private ShowColumns() {
	}

	/** Such as {@code REGULAR=200.00|PREMIUM=300.00}. */
	private static final class Prices implements Column.Form {

		@Override
		public void fill(String cell, ObjectNode content) {
			ObjectNode prices = content.putObject("prices");
			for (String price : Cells.split(cell, '|')) {
				List<String> parts = Cells.split(price, '=');
				if (parts.size() != 2) {
					throw new IllegalArgumentException("must be prices, such as REGULAR=200.00|PREMIUM=300.00");
				}
				String category = parts.getFirst().strip();
				if (prices.has(category)) {
					throw new IllegalArgumentException("has two prices for " + category);
				}
				prices.putObject(category).put("amount", parts.getLast().strip());
			}
		}

		@Override
		public String cell(ObjectNode content) {
			List<String> prices = content.path("prices")
				.propertyStream()
				.map((price) -> price.getKey() + "=" + price.getValue().path("amount").asDecimal().toPlainString())
				.toList();
			return Cells.join(prices, '|');
		}

	}

	/** All prices of a show are in one. */
	private static final class Currency implements Column.Form {

		@Override
		public void fill(String cell, ObjectNode content) {
			if (!cell.isEmpty()) {
				content.put("currency", cell);
			}
		}

		@Override
		public String cell(ObjectNode content) {
			return content.path("prices")
				.valueStream()
				.map((price) -> price.path("currency"))
				.filter(JsonNode::isString)
				.map(JsonNode::asString)
				.findFirst()
				.orElse("");
		}

	}

}
