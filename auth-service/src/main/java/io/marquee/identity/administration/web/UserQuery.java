package io.marquee.identity.administration.web;

import java.util.Locale;

import io.marquee.identity.administration.Role;
import io.marquee.identity.administration.UserSearch;
import io.marquee.platform.web.Parameters;
import org.jspecify.annotations.Nullable;

/**
 * The filters of the list of users, as they come in the address.
 */
record UserQuery(@Nullable String search, @Nullable String blocked, @Nullable String role, @Nullable String from,
		@Nullable String to) {

	private static final int LONGEST = 100;

	UserSearch read() {
		Parameters parameters = new Parameters();
		Role wanted = parameters.constant("role", this.role, Role.class);
		UserSearch search = new UserSearch(
				parameters.read("search", this.search, "must be at most " + LONGEST + " characters",
						UserQuery::ofModerateLength),
				parameters.read("blocked", this.blocked, "must be true or false", UserQuery::flag),
				(wanted != null) ? wanted.name().toLowerCase(Locale.ROOT) : null, parameters.moment("from", this.from),
				parameters.moment("to", this.to));
		parameters.check();
		return search;
	}

	private static String ofModerateLength(String text) {
		if (text.length() > LONGEST) {
			throw new IllegalArgumentException();
		}
		return text;
	}

	private static Boolean flag(String text) {
		return switch (text) {
			case "true" -> true;
			case "false" -> false;
			default -> throw new IllegalArgumentException();
		};
	}

}
