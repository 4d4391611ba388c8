package io.marquee.catalog.transfer;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Several values in one cell. A backslash before a separator, or before another
 * backslash, makes it part of the value.
 */
public final class Cells {

	private static final String SEPARATORS = "\\|;=";

	/** What a spreadsheet takes for the beginning of a formula. */
	private static final Pattern FORMULA = Pattern.compile("'*[=+\\-@\\t\\r].*", Pattern.DOTALL);

	private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?");

	private Cells() {
	}

	/**
	 * Joins what has been escaped.
	 * @param parts the parts
	 * @param separator what comes between them
	 * @return the cell
	 */
	public static String join(List<String> parts, char separator) {
		return String.join(String.valueOf(separator), parts);
	}

	/**
	 * Splits, and leaves escapes in the parts as they are.
	 * @param text the cell, or a part of it
	 * @param separator what comes between the parts
	 * @return the parts; none of an empty text
	 */
	public static List<String> split(String text, char separator) {
		List<String> parts = new ArrayList<>();
		int start = 0;
		for (int i = 0; i < text.length(); i++) {
			if (isEscape(text, i)) {
				i++;
			}
			else if (text.charAt(i) == separator) {
				parts.add(text.substring(start, i));
				start = i + 1;
			}
		}
		if (!text.isEmpty()) {
			parts.add(text.substring(start));
		}
		return parts;
	}

	/**
	 * Escapes a value.
	 * @param value the value
	 * @return the same without a separator in it
	 */
	public static String escaped(String value) {
		StringBuilder escaped = new StringBuilder();
		value.chars().forEach((letter) -> {
			if (SEPARATORS.indexOf(letter) >= 0) {
				escaped.append('\\');
			}
			escaped.append((char) letter);
		});
		return escaped.toString();
	}

	/**
	 * Undoes {@link #escaped}.
	 * @param part a part of a cell
	 * @return the value
	 */
	public static String plain(String part) {
		StringBuilder plain = new StringBuilder();
		for (int i = 0; i < part.length(); i++) {
			plain.append(part.charAt(isEscape(part, i) ? ++i : i));
		}
		return plain.toString();
	}

	private static boolean isEscape(String text, int i) {
		return text.charAt(i) == '\\' && i + 1 < text.length() && SEPARATORS.indexOf(text.charAt(i + 1)) >= 0;
	}

	/**
	 * Makes sure that no spreadsheet computes what it reads (CSV injection): an
	 * apostrophe before it makes it text.
	 * @param cell the cell
	 * @return the same, maybe with an apostrophe before it
	 */
	static String harmless(String cell) {
		return (FORMULA.matcher(cell).matches() && !NUMBER.matcher(cell).matches()) ? "'" + cell : cell;
	}

	/**
	 * Undoes {@link #harmless}.
	 * @param cell the cell
	 * @return the same without the apostrophe
	 */
	static String read(String cell) {
		return (cell.startsWith("'") && FORMULA.matcher(cell).matches()) ? cell.substring(1) : cell;
	}

}
