package io.marquee.catalog.venue.web;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.stereotype.Component;

import io.marquee.catalog.transfer.Columns;
import io.marquee.catalog.transfer.ImportKind;
import io.marquee.catalog.transfer.ImportLine;
import io.marquee.catalog.transfer.ImportProblems;
import io.marquee.catalog.transfer.Planned;
import io.marquee.catalog.transfer.ReadingRequests;
import io.marquee.catalog.venue.ImportingVenues;
import io.marquee.catalog.venue.Venue;
import io.marquee.platform.web.ApiException;

/**
 * Venues in a file.
 */
@Component
class VenueLines implements ImportKind<Venue> {

	private final ImportingVenues venues;

	private final ReadingRequests requests;

	VenueLines(ImportingVenues venues, ReadingRequests requests) {
		this.venues = venues;
		this.requests = requests;
	}

	/** Its screens go by their names: elsewhere their ids would mean nothing. */
	ObjectNode line(Venue venue) {
		ObjectNode line = fields(venue);
		if (venue.details().externalId() == null) {
			line.put(Columns.EXTERNAL_ID, venue.id());
		}
		return line.put(Columns.ACTIVE, venue.active());
	}

	@Override
	public Columns columns() {
		return VenueColumns.ALL;
	}

	@Override
	public Map<String, Venue> find(Collection<String> names) {
		return this.venues.find(names);
	}

	@Override
	public List<Planned<Venue>> plan(List<ImportLine> lines, Map<String, Venue> present, ImportProblems problems) {
		List<Planned<Venue>> planned = new ArrayList<>();
		for (ImportLine line : lines) {
			Venue before = present.get(line.externalId());
			boolean active = this.requests.active(line, before == null || before.active() || before.deleted(),
					problems);
			this.requests.read(line, fields(line, before), VenueRequest.class, problems).ifPresent((request) -> {
				try {
					planned.add(new Planned<>(line, before, this.venues.planned(before,
							request.details((before != null) ? before.details().screens() : List.of()), active)));
				}
				catch (ApiException ex) {
					problems.add(line, "screens", ex);
				}
			});
		}
		return planned;
	}

	private ObjectNode fields(ImportLine line, @Nullable Venue before) {
		// Found by its own id, it keeps it.
		return (before != null) ? line.over(fields(before)).put(Columns.EXTERNAL_ID, before.details().externalId())
				: line.content();
	}

	private ObjectNode fields(Venue venue) {
		ObjectNode fields = this.requests.fields(VenueRequest.of(venue.details()));
		fields.path("screens").valueStream().forEach((screen) -> ((ObjectNode) screen).remove("id"));
		return fields;
	}

	@Override
	public Map<String, ApiException> write(List<Planned<Venue>> changes) {
		return this.venues.write(changes.stream().map(Planned::change).toList());
	}

}
