package io.marquee.catalog.transfer;

import java.util.Locale;

import org.jspecify.annotations.Nullable;

import io.marquee.platform.web.Parameters;

/**
 * What an export may be written as.
 */
public enum ExportFormat {

	/** RFC 4180, UTF-8. */
	CSV,
	/** An array of objects. */
	JSON;

	/**
	 * The format that is wanted.
	 * @param format the parameter, if there is one
	 * @param accept the header {@code Accept}, if there is one
	 * @return the format; CSV if neither says anything
	 */
	public static ExportFormat wanted(@Nullable String format, @Nullable String accept) {
		Parameters parameters = new Parameters();
		ExportFormat named = parameters.constant("format", format, ExportFormat.class);
		parameters.check();
		if (named != null) {
			return named;
		}
		return (accept != null && accept.contains("json") && !accept.contains(ImportFile.CSV)) ? JSON : CSV;
	}

	String extension() {
		return name().toLowerCase(Locale.ROOT);
	}

}
