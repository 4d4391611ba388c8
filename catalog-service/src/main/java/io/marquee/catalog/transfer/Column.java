package io.marquee.catalog.transfer;

import java.util.List;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A column of a CSV file, and the field of the JSON object that its cells stand for.
 *
 * @param name the column's name
 * @param field the field's path
 * @param required whether a file without the column is refused
 * @param form how a value is written in a cell
 */
public record Column(String name, String field, boolean required, Form form) {

	/**
	 * A column of text, numbers, days and the like.
	 * @param name the column's name and the field's
	 * @return the column
	 */
	public static Column of(String name) {
		return new Column(name, name, false, new Text(name));
	}

	/**
	 * A column of lists, separated by {@code |}.
	 * @param name the column's name and the field's
	 * @return the column
	 */
	public static Column list(String name) {
		return new Column(name, name, false, new Form() {
			@Override
			public void fill(String cell, ObjectNode content) {
				ArrayNode values = content.putArray(name);
				Cells.split(cell, '|').stream().map(Cells::plain).map(String::strip).forEach(values::add);
			}

			@Override
			public String cell(ObjectNode content) {
				List<String> values = content.path(name)
					.valueStream()
					.map((value) -> Cells.escaped(value.asString()))
					.toList();
				return Cells.join(values, '|');
			}
		});
	}

	/**
	 * The same that no file may leave out.
	 * @return the column
	 */
	public Column isRequired() {
		return new Column(this.name, this.field, true, this.form);
	}

	/**
	 * The same under another name.
	 * @param other the column's name
	 * @return the column
	 */
	public Column called(String other) {
		return new Column(other, this.field, this.required, this.form);
	}

	/**
	 * How a value is written in a cell.
	 */
	public interface Form {

		/**
		 * Reads a cell.
		 * @param cell the cell, maybe empty
		 * @param content the JSON object to put the value into
		 * @throws IllegalArgumentException with a message for people if that is no value
		 */
		void fill(String cell, ObjectNode content);

		/**
		 * Writes a cell.
		 * @param content the JSON object with the value
		 * @return the cell, maybe empty
		 */
		String cell(ObjectNode content);

	}

	/** What JSON can read from a string; an empty cell is no value. */
	private record Text(String field) implements Form {

		@Override
		public void fill(String cell, ObjectNode content) {
			if (cell.isEmpty()) {
				content.putNull(this.field);
			}
			else {
				content.put(this.field, cell);
			}
		}

		@Override
		public String cell(ObjectNode content) {
			JsonNode value = content.path(this.field);
			return (value.isMissingNode() || value.isNull()) ? "" : value.asString();
		}

	}

}
