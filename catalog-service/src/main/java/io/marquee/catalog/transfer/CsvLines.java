package io.marquee.catalog.transfer;

import java.io.CharArrayReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads CSV: RFC 4180, UTF-8 with or without a byte order mark, the first line names the
 * columns. Lines are those of the file, as an editor counts them.
 */
final class CsvLines {

	private static final char BYTE_ORDER_MARK = '\uFEFF';

	private final Columns columns;

	private final JsonMapper json;

	private final ImportProblems problems;

	CsvLines(Columns columns, JsonMapper json, ImportProblems problems) {
		this.columns = columns;
		this.json = json;
		this.problems = problems;
	}

	List<ImportLine> read(byte[] file) {
		CharBuffer text = CharBuffer.allocate(file.length);
		CoderResult decoded = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(file), text, true);
		text.flip();
		if (decoded.isError()) {
			long line = 1 + text.chars().filter((letter) -> letter == '\n').count();
			this.problems.add("line " + line, "", "is not UTF-8");
			return List.of();
		}
		int from = (text.hasRemaining() && text.get(0) == BYTE_ORDER_MARK) ? 1 : 0;
		try (CSVParser parser = CSVParser.builder()
			.setReader(new CharArrayReader(text.array(), from, text.limit() - from))
			.setFormat(CSVFormat.RFC4180)
			.get()) {
			return read(parser);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private List<ImportLine> read(CSVParser parser) {
		List<ImportLine> lines = new ArrayList<>();
		long start = 1;
		try {
			Iterator<CSVRecord> records = parser.iterator();
			List<String> names = records.hasNext() ? records.next().toList() : List.of();
			start = parser.getCurrentLineNumber() + 1;
			List<Column> header = header(names);
			boolean known = this.problems.total() == 0;
			while (known && records.hasNext()) {
				CSVRecord cells = records.next();
				if (lines.size() == ImportFile.MOST) {
					this.problems.add("line " + start, "",
							"a file holds at most " + ImportFile.MOST + " lines; send it in parts");
					break;
				}
				if (cells.size() > 1 || !cells.get(0).isBlank()) {
					lines.add(line("line " + start, cells, header));
				}
				start = parser.getCurrentLineNumber() + 1;
			}
		}
		catch (UncheckedIOException ex) {
			this.problems.add("line " + start, "",
					"is not CSV: a cell with quotes in it is quoted as a whole, and its quotes are doubled");
		}
		return lines;
	}

	private List<Column> header(List<String> names) {
		List<Column> header = new ArrayList<>();
		Set<String> seen = new HashSet<>();
		for (String cell : names) {
			String name = cell.strip();
			Column column = this.columns.named(name).orElse(null);
			if (column == null) {
				this.problems.add("line 1", name, "is no column; the columns are " + this.columns.listed());
			}
			else if (!seen.add(name)) {
				this.problems.add("line 1", name, "is there twice");
			}
			else {
				header.add(column);
			}
		}
		for (Column column : this.columns.all()) {
			if (column.required() && !seen.contains(column.name())) {
				this.problems.add("line 1", column.name(), "is missing; the columns are " + this.columns.listed());
			}
		}
		return header;
	}

	private ImportLine line(String label, CSVRecord cells, List<Column> header) {
		ObjectNode content = this.json.createObjectNode();
		if (cells.size() != header.size()) {
			this.problems.add(label, "", "has " + cells.size() + " cells, the first line names " + header.size());
			return new ImportLine(label, content, this.columns::nameOf);
		}
		for (int i = 0; i < header.size(); i++) {
			try {
				header.get(i).form().fill(Cells.read(cells.get(i)).strip(), content);
			}
			catch (IllegalArgumentException ex) {
				this.problems.add(label, header.get(i).name(), String.valueOf(ex.getMessage()));
			}
		}
		return new ImportLine(label, content, this.columns::nameOf);
	}

}
