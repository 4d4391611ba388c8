package io.marquee.infra.bench.catalog;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A table as the import takes it (RFC 4180).
 *
 * @param header the names of the columns, as a line
 * @param lines the lines
 */
record Csv(String header, List<String> lines) {

	static String line(Object... cells) {
		return Stream.of(cells).map(String::valueOf).map(Csv::cell).collect(Collectors.joining(","));
	}

	/**
	 * Cuts it into tables that one call takes.
	 * @param mostLines how many lines at most
	 * @param mostBytes how many bytes at most
	 * @return tables, each as text
	 */
	List<String> parts(int mostLines, int mostBytes) {
		List<String> parts = new ArrayList<>();
		StringBuilder part = new StringBuilder(this.header);
		int bytes = this.header.length();
		int count = 0;
		for (String line : this.lines) {
			int more = 2 + line.getBytes(StandardCharsets.UTF_8).length;
			if (count == mostLines || count > 0 && bytes + more > mostBytes) {
				parts.add(part.toString());
				part = new StringBuilder(this.header);
				bytes = this.header.length();
				count = 0;
			}
			part.append("\r\n").append(line);
			bytes += more;
			count++;
		}
		if (count > 0) {
			parts.add(part.toString());
		}
		return parts;
	}

	private static String cell(String text) {
		boolean plain = text.chars().noneMatch((letter) -> letter == ',' || letter == '"' || letter == '\n');
		return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
	}

}
