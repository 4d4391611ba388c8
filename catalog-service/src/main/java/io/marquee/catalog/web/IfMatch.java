package io.marquee.catalog.web;

import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import io.marquee.catalog.store.Expected;
import io.marquee.platform.web.ApiException;

/**
 * The header {@code If-Match} (RFC 9110, 13.1.1). Entity tags are compared strongly, so a
 * weak one never matches.
 */
public final class IfMatch {

	private static final String TAG = "(W/)?\"([\\x21\\x23-\\x7E\\x80-\\xFF]*)\"";

	private static final Pattern ONE = Pattern.compile(TAG);

	private static final Pattern LIST = Pattern
		.compile("[ \\t,]*" + TAG + "(?:[ \\t]*,[ \\t]*(?:" + TAG + ")?)*[ \\t]*");

	private IfMatch() {
	}

	/**
	 * Reads the header.
	 * @param header its value, if it was sent
	 * @return the versions it names; any if it was not sent, or is {@code *}
	 * @throws ApiException 400 if it cannot be read
	 */
	public static Expected of(@Nullable String header) {
		if (header == null || header.strip().equals("*")) {
			return Expected.ANY;
		}
		if (!LIST.matcher(header).matches()) {
			throw ApiException.invalid("If-Match", "must be * or entity tags such as \"3\", separated by commas");
		}
		Set<String> versions = new HashSet<>();
		Matcher tag = ONE.matcher(header);
		while (tag.find()) {
			if (tag.group(1) == null) {
				versions.add(tag.group(2));
			}
		}
		return new Expected(versions);
	}

}
