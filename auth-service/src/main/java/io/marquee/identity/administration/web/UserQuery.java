package io.marquee.identity.administration.web;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import io.marquee.identity.administration.UserSearch;
import io.marquee.platform.web.ApiException;
import io.marquee.platform.web.FieldProblem;
import org.jspecify.annotations.Nullable;

import org.springframework.util.StringUtils;

/**
 * The filters of the list of users, as they come in the address.
 */
record UserQuery(@Nullable String search, @Nullable String blocked, @Nullable String role, @Nullable String from,
		@Nullable String to) {

	private static final int LONGEST = 100;

	UserSearch read() {
		List<FieldProblem> problems = new ArrayList<>();
		String text = one(this.search);
		if (text != null && text.length() > LONGEST) {
			problems.add(new FieldProblem("search", "must be at most " + LONGEST + " characters"));
		}
		String flag = oneOf("blocked", this.blocked, List.of("true", "false"), problems);
		UserSearch search = new UserSearch(text, (flag != null) ? Boolean.valueOf(flag) : null,
				oneOf("role", this.role, List.of("user", "staff", "admin"), problems),
				moment("from", this.from, problems), moment("to", this.to, problems));
		if (!problems.isEmpty()) {
			throw ApiException.invalid(problems);
		}
		return search;
	}

	private static @Nullable String oneOf(String name, @Nullable String text, List<String> values,
			List<FieldProblem> problems) {
		String value = one(text);
		if (value == null || values.contains(value.toLowerCase(Locale.ROOT))) {
			return (value != null) ? value.toLowerCase(Locale.ROOT) : null;
		}
		problems.add(new FieldProblem(name, "must be one of " + String.join(", ", values)));
		return null;
	}

	/** A moment; a day alone stands for its first, in UTC. */
	private static @Nullable Instant moment(String name, @Nullable String text, List<FieldProblem> problems) {
		String value = one(text);
		if (value == null) {
			return null;
		}
		try {
			return (value.indexOf('T') < 0) ? LocalDate.parse(value).atStartOfDay().toInstant(ZoneOffset.UTC)
					: OffsetDateTime.parse(value).toInstant();
		}
		catch (DateTimeException ex) {
			problems.add(
					new FieldProblem(name, "must be a time such as 2026-11-22T18:00:00Z, or a day such as 2026-11-22"));
			return null;
		}
	}

	private static @Nullable String one(@Nullable String text) {
		return StringUtils.hasText(text) ? text.strip() : null;
	}

}
