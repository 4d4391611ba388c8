package io.marquee.catalog.transfer;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Iterator;
import java.util.stream.Stream;

import jakarta.servlet.http.HttpServletResponse;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Service;

/**
 * Writes an export as it is read, one thing after the other: however many there are, they
 * need no memory.
 */
@Service
public class Exporting {

	private final JsonMapper json;

	private final Clock clock;

	Exporting(JsonMapper json, Clock clock) {
		this.json = json;
		this.clock = clock;
	}

	/**
	 * Exports.
	 * @param name what is exported, in the plural
	 * @param format as what
	 * @param columns the columns of a CSV file
	 * @param things the things, each as it is imported; closed here
	 * @param response takes the file
	 * @throws IOException if whoever asked is gone
	 */
	public void run(String name, ExportFormat format, Columns columns, Stream<ObjectNode> things,
			HttpServletResponse response) throws IOException {
		try (things) {
			// Before the first byte is sent, so that a database that does not answer is
			// told.
			Iterator<ObjectNode> iterator = things.iterator();
			iterator.hasNext();
			response.setContentType((format == ExportFormat.CSV) ? "text/csv;charset=UTF-8;header=present"
					: MediaType.APPLICATION_JSON_VALUE);
			response.setHeader(HttpHeaders.CONTENT_DISPOSITION,
					ContentDisposition.attachment()
						.filename("%s-%s.%s".formatted(name, LocalDate.now(this.clock), format.extension()))
						.build()
						.toString());
			if (format == ExportFormat.CSV) {
				csv(columns, iterator, response.getOutputStream());
			}
			else {
				json(iterator, response.getOutputStream());
			}
		}
		catch (RuntimeException ex) {
			if (!response.isCommitted()) {
				response.reset();
			}
			throw ex;
		}
	}

	static void csv(Columns columns, Iterator<ObjectNode> things, OutputStream out) throws IOException {
		CSVPrinter printer = new CSVPrinter(new OutputStreamWriter(out, StandardCharsets.UTF_8), CSVFormat.RFC4180);
		printer.printRecord(columns.names());
		while (things.hasNext()) {
			ObjectNode thing = things.next();
			printer.printRecord(
					columns.all().stream().map((column) -> Cells.harmless(column.form().cell(thing))).toList());
		}
		printer.flush();
	}

	private void json(Iterator<ObjectNode> things, OutputStream out) {
		JsonGenerator generator = this.json.createGenerator(out);
		generator.writeStartArray();
		things.forEachRemaining(generator::writePOJO);
		generator.writeEndArray();
		// Not if something failed: it would end the array as if it were whole.
		generator.close();
	}

}
