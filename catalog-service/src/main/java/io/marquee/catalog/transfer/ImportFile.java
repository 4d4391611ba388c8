package io.marquee.catalog.transfer;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;

import io.marquee.platform.web.ApiException;

/**
 * A file that somebody sent.
 *
 * @param content the file
 * @param csv whether it is CSV; JSON otherwise
 */
public record ImportFile(byte[] content, boolean csv) {

	/** CSV, RFC 4180 and UTF-8. */
	public static final String CSV = "text/csv";

	/** The most things a file may hold. */
	static final int MOST = 5000;

	private static final int MOST_BYTES = 4 * 1024 * 1024;

	/**
	 * Takes a file in.
	 * @param body the body of a request
	 * @param contentType what it says it is
	 * @return the file
	 * @throws ApiException 413 if it is larger than 4 MiB
	 * @throws IOException if it does not arrive
	 */
	public static ImportFile of(InputStream body, @Nullable String contentType) throws IOException {
		byte[] content = body.readNBytes(MOST_BYTES + 1);
		if (content.length > MOST_BYTES) {
			throw new ApiException(HttpStatus.CONTENT_TOO_LARGE, "CONTENT_TOO_LARGE",
					"The file is larger than 4 MiB; send it in parts");
		}
		return new ImportFile(content,
				contentType != null && MediaType.parseMediaType(CSV).includes(MediaType.parseMediaType(contentType)));
	}

	List<ImportLine> lines(Columns columns, JsonMapper json, ImportProblems problems) {
		return this.csv ? new CsvLines(columns, json, problems).read(this.content)
				: new JsonLines(json, problems).read(this.content);
	}

}
