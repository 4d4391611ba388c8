package io.marquee.catalog.venue;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;

import io.marquee.catalog.search.LiveIndex;
import io.marquee.catalog.search.TextIndex;
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

	private final LiveIndex<Venue> words;

	FindingVenues(Venues venues, Clock clock) {
		this.venues = venues;
		this.words = new LiveIndex<>(clock, venues.stored()::changedSince, FindingVenues::entry);
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
		return find(Criteria.where("state").is(State.ACTIVE), filter, paging);
	}

	/**
	 * Venues for the administration.
	 * @param filter which
	 * @param paging the page
	 * @return the page, inactive ones included
	 */
	public PageView<FoundVenue> any(VenueFilter filter, Paging paging) {
		return find(Criteria.where("state").in(State.ACTIVE, State.INACTIVE), filter, paging);
	}

	/**
	 * The cities one can go to.
	 * @return the cities by name
	 */
	public List<City> cities() {
		Map<String, City> cities = new TreeMap<>();
		for (Venue venue : this.venues.all(Criteria.where("state").is(State.ACTIVE))) {
			int screens = venue.details().screens().size();
			cities.merge(venue.cityKey(), new City(venue.details().city(), 1, screens),
					(one, other) -> new City(one.city(), one.venues() + 1, one.screens() + other.screens()));
		}
		return List.copyOf(cities.values());
	}

	/**
	 * The terms a venue sells on.
	 * @param id the venue
	 * @return its terms; the standard ones once it is deleted
	 */
	public SalesTerms termsOf(String id) {
		return this.venues.find(id).map((venue) -> venue.details().terms()).orElse(SalesTerms.STANDARD);
	}

	void changed() {
		this.words.changed();
	}

	private PageView<FoundVenue> find(Criteria criteria, VenueFilter filter, Paging paging) {
		if (filter.city() != null) {
			criteria.and("cityKey").is(Keys.of(filter.city()));
		}
		if (!filter.amenities().isEmpty()) {
			criteria.and("amenityKeys").all(Keys.of(filter.amenities()));
		}
		List<String> found = (filter.q() != null) ? this.words.search(filter.q()) : List.of();
		if (filter.q() != null) {
			criteria.and("_id").in(found);
		}
		if (filter.near() != null) {
			return PageView.cut(byDistance(criteria, filter.near(), filter.radiusKm()), paging);
		}
		if (filter.q() != null && paging.sort().isUnsorted()) {
			return PageView.cut(byRelevance(criteria, found), paging).map(FoundVenue::of);
		}
		return this.venues.page(criteria, order(paging.sort()), paging).map(FoundVenue::of);
	}

	/** In memory, over all that fit: not every store has a geographic index. */
	private List<FoundVenue> byDistance(Criteria criteria, Coordinates near, @Nullable Double radiusKm) {
		List<FoundVenue> around = new ArrayList<>();
		for (Venue venue : this.venues.all(criteria)) {
			Coordinates place = venue.details().coordinates();
			double kilometres = (place != null) ? near.kilometresTo(place) : Double.POSITIVE_INFINITY;
			if (place != null && (radiusKm == null || kilometres <= radiusKm)) {
				around.add(new FoundVenue(venue, Math.round(kilometres * 1000) / 1000.0));
			}
		}
		around.sort(Comparator.comparing(FoundVenue::kilometres, Comparator.nullsLast(Comparator.naturalOrder())));
		return around;
	}

	private List<Venue> byRelevance(Criteria criteria, List<String> found) {
		Map<String, Integer> rank = new HashMap<>();
		found.forEach((id) -> rank.put(id, rank.size()));
		List<Venue> matches = new ArrayList<>(this.venues.all(criteria));
		matches.sort(Comparator.comparing((venue) -> rank.getOrDefault(venue.id(), Integer.MAX_VALUE)));
		return matches;
	}

	private static Sort order(Sort wanted) {
		Sort sort = wanted.isSorted() ? wanted : Sort.by("name");
		List<Sort.Order> orders = new ArrayList<>(
				sort.map((order) -> order.withProperty("details." + order.getProperty())).toList());
		// Something unique at the end, in the same direction, or pages would overlap.
		orders.add(new Sort.Order(orders.getLast().getDirection(), "_id"));
		return Sort.by(orders);
	}

	private static TextIndex.Entry entry(Venue venue) {
		VenueDetails details = venue.details();
		List<String> names = (venue.state() != State.DELETED) ? List.of(details.name()) : List.of();
		return new TextIndex.Entry(venue.id(), names, List.of(details.address(), details.city()));
	}

	private static ApiException notFound(String id) {
		return new ApiException(HttpStatus.NOT_FOUND, "VENUE_NOT_FOUND", "There is no venue " + id);
	}

}
