package io.marquee.identity.export;

import java.util.List;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What another service holds about somebody.
 */
interface HeldData {

	/**
	 * Asks for one page.
	 * @param userId about whom
	 * @param after where the page before ended; an empty text for the first one
	 * @return the page
	 */
	Page about(String userId, String after);

	/**
	 * A page of what is held.
	 *
	 * @param items what is held
	 * @param next where it ends; null if it is the last
	 */
	record Page(List<JsonNode> items, @Nullable String next) {

	}

}
