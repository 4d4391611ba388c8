package io.marquee.catalog.venue;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;

import io.marquee.catalog.search.FacetCount;
import io.marquee.catalog.search.Filters;
import io.marquee.catalog.store.Keys;
import io.marquee.catalog.store.State;
import io.marquee.platform.web.ApiException;
import io.marquee.platform.web.PageView;
import io.marquee.platform.web.Paging;

/**
 * Finds venues for the public and for the administration.
 */
@Service
public class FindingVenues {

	private final Venues venues;

	private final VenueIndex index;

	FindingVenues(Venues venues, VenueIndex index) {
		this.venues = venues;
		this.index = index;
	}

	/**
	 * One venue, for the public.
	 * @param id its id
	 * @return the venue
	 */
	public Venue active(String id) {
		return this.venues.find(id).filter(Venue::active).orElseThrow(() -> notFound(id));
	}

	/**
	 * One venue, for the administration.
	 * @param id its id
	 * @return the venue, active or not
	 */
	public Venue any(String id) {
		return this.venues.find(id).orElseThrow(() -> notFound(id));
	}

	/**
	 * Venues for the public.
	 * @param filter which
	 * @param paging the page; without an order by distance, relevance or name, whichever
	 * applies first
	 * @return the page
	 */
	public PageView<FoundVenue> active(VenueFilter filter, Paging paging) {
		return find(VenueIndex.filters(filter).is("state", State.ACTIVE.name()), filter, paging, Venue::active);
	}

	/**
	 * Venues for the administration.
	 * @param filter which
	 * @param paging the page
	 * @return the page, inactive ones included
	 */
	public PageView<FoundVenue> any(VenueFilter filter, Paging paging) {
		return find(VenueIndex.filters(filter), filter, paging, (venue) -> venue.state() != State.DELETED);
	}

	/**
	 * The cities one can go to.
	 * @return the cities by name
	 */
	public List<City> cities() {
		this.index.catchUp();
		Filters active = new Filters().is("state", State.ACTIVE.name());
		Map<String, Long> screens = new HashMap<>();
		counts(active, "screens").forEach((city) -> screens.put(Keys.of(city.value()), city.count()));
		return counts(active, null).stream()
			.map((city) -> new City(city.value(), city.count(), screens.getOrDefault(Keys.of(city.value()), 0L)))
			.sorted(Comparator.comparing((city) -> Keys.of(city.city())))
			.toList();
	}

	/**
	 * How many venues there are.
	 * @return the count, inactive ones included
	 */
	public long count() {
		return this.index.count(new Filters());
	}

	/**
	 * The terms a venue sells on.
	 * @param id the venue
	 * @return its terms; the standard ones once it is deleted
	 */
	public SalesTerms termsOf(String id) {
		return this.venues.find(id).map((venue) -> venue.details().terms()).orElse(SalesTerms.STANDARD);
	}

	private PageView<FoundVenue> find(Filters filters, VenueFilter filter, Paging paging, Predicate<Venue> shown) {
		return this.index.find(filters, Set.of(), paging, shown)
			.plain()
			.map((venue) -> FoundVenue.of(venue, filter.near()));
	}

	private List<FacetCount> counts(Filters filters, @Nullable String weight) {
		return this.index.count(filters, Set.of("town"), weight).getOrDefault("town", List.of());
	}

	private static ApiException notFound(String id) {
		return new ApiException(HttpStatus.NOT_FOUND, "VENUE_NOT_FOUND", "There is no venue " + id);
	}

}
