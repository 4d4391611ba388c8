package io.marquee.catalog.venue;

import java.time.Clock;
import java.util.List;
import java.util.Map;

import io.micrometer.core.instrument.MeterRegistry;
import org.jspecify.annotations.Nullable;

import org.springframework.data.domain.Sort;
import org.springframework.stereotype.Component;

import io.marquee.catalog.search.Filters;
import io.marquee.catalog.search.IndexEntry;
import io.marquee.catalog.search.LiveIndex;
import io.marquee.catalog.search.Orders;
import io.marquee.catalog.store.State;

/**
 * By what venues are found.
 */
@Component
class VenueIndex extends LiveIndex<Venue> {

	private static final Orders ORDERS = new Orders(Map.of("name", Orders.Kind.TEXT, "city", Orders.Kind.TEXT),
			Sort.by("name"));

	VenueIndex(Venues venues, Clock clock, MeterRegistry meters) {
		super("venues", venues.stored(), ORDERS, clock, meters);
	}

	@Override
	protected @Nullable IndexEntry entry(Venue venue) {
		if (venue.state() == State.DELETED) {
			return null;
		}
		VenueDetails details = venue.details();
		IndexEntry entry = new IndexEntry(venue.id(), venue.version()).term("state", venue.state().name())
			.facet("town", List.of(details.city()))
			.facet("amenity", details.amenities())
			.sortable("name", details.name())
			.sortable("city", details.city())
			.number("screens", details.screens().size())
			.words(List.of(details.name()), List.of(details.address(), details.city()));
		Coordinates place = details.coordinates();
		return (place != null) ? entry.place(place.lat(), place.lng()) : entry;
	}

	static Filters filters(VenueFilter filter) {
		Filters filters = new Filters().named("town", filter.city()).words(filter.q());
		filter.amenities().forEach((amenity) -> filters.named("amenity", amenity));
		if (filter.near() != null) {
			filters.around(filter.near().lat(), filter.near().lng(), filter.radiusKm());
		}
		return filters;
	}

}
