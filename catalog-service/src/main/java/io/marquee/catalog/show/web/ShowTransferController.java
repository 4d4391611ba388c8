package io.marquee.catalog.show.web;

import java.io.IOException;
import java.time.Instant;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import io.marquee.catalog.show.ShowFilter;
import io.marquee.catalog.transfer.ExportFormat;
import io.marquee.catalog.transfer.Exporting;
import io.marquee.catalog.transfer.ImportFile;
import io.marquee.catalog.transfer.ImportReport;
import io.marquee.catalog.transfer.Importing;
import io.marquee.platform.web.Parameters;

/**
 * Many shows at once, in and out.
 */
@RestController
@RequestMapping("/api/v1/admin/shows")
class ShowTransferController {

	private final ShowLines lines;

	private final ShowExport export;

	private final Importing importing;

	private final Exporting exporting;

	ShowTransferController(ShowLines lines, ShowExport export, Importing importing, Exporting exporting) {
		this.lines = lines;
		this.export = export;
		this.importing = importing;
		this.exporting = exporting;
	}

	@PostMapping(path = "/import", consumes = { ImportFile.CSV, MediaType.APPLICATION_JSON_VALUE })
	ImportReport add(HttpServletRequest request, @RequestParam(defaultValue = "false") boolean dryRun)
			throws IOException {
		return this.importing.run(ImportFile.of(request.getInputStream(), request.getContentType()), dryRun,
				this.lines);
	}

	@GetMapping("/export")
	void export(@ModelAttribute Wanted wanted, HttpServletRequest request, HttpServletResponse response)
			throws IOException {
		this.exporting.run("shows", ExportFormat.wanted(wanted.format(), request.getHeader(HttpHeaders.ACCEPT)),
				ShowColumns.ALL, this.export.lines(wanted.filter()), response);
	}

	/**
	 * What is wanted, and as what.
	 */
	record Wanted(@Nullable String format, @Nullable String from, @Nullable String to, @Nullable String venueId,
			@Nullable String movieId) {

		ShowFilter filter() {
			Parameters parameters = new Parameters();
			Instant earliest = parameters.moment("from", this.from);
			Instant latest = parameters.moment("to", this.to);
			parameters.check();
			return new ShowFilter(this.movieId, this.venueId, null, null, null, null, null, earliest, latest);
		}

	}

}
