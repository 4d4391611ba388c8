package io.marquee.catalog.venue.web;

import java.io.IOException;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import io.marquee.catalog.venue.ImportingVenues;
import io.marquee.catalog.transfer.ExportFormat;
import io.marquee.catalog.transfer.Exporting;
import io.marquee.catalog.transfer.ImportFile;
import io.marquee.catalog.transfer.ImportReport;
import io.marquee.catalog.transfer.Importing;

/**
 * Many venues at once, in and out.
 */
@RestController
@RequestMapping("/api/v1/admin/venues")
class VenueTransferController {

	private final VenueLines lines;

	private final ImportingVenues venues;

	private final Importing importing;

	private final Exporting exporting;

	VenueTransferController(VenueLines lines, ImportingVenues venues, Importing importing, Exporting exporting) {
		this.lines = lines;
		this.venues = venues;
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
	void export(@RequestParam(required = false) @Nullable String format, HttpServletRequest request,
			HttpServletResponse response) throws IOException {
		this.exporting.run("venues", ExportFormat.wanted(format, request.getHeader(HttpHeaders.ACCEPT)),
				VenueColumns.ALL, this.venues.all().map(this.lines::line), response);
	}

}
