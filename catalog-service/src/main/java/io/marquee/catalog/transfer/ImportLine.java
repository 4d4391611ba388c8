package io.marquee.catalog.transfer;

import java.util.function.UnaryOperator;

import tools.jackson.databind.node.ObjectNode;

/**
 * One thing in a file.
 *
 * @param label where it is in the file, such as {@code line 17}
 * @param content the fields that the file names, as in the body of a request
 * @param names from a field's path to what the file calls it
 */
public record ImportLine(String label, ObjectNode content, UnaryOperator<String> names) {

	/**
	 * What the thing is known by.
	 * @return the external id; empty if there is none
	 */
	public String externalId() {
		return this.content.path(Columns.EXTERNAL_ID).asString("");
	}

	/**
	 * The content laid over what is there: what the file does not name stays.
	 * @param present what is there
	 * @return both together
	 */
	public ObjectNode over(ObjectNode present) {
		return present.setAll(this.content);
	}

}
