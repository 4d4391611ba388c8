package io.marquee.catalog.demo;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

import io.marquee.catalog.CatalogSettings;
import io.marquee.catalog.movie.Movies;
import io.marquee.catalog.show.Shows;
import io.marquee.catalog.venue.Venue;
import io.marquee.catalog.venue.Venues;

/**
 * Loads the demo catalogue in the background once the service is up, and the programme of
 * each further day as it comes. What is there already is left alone, so loading twice, in
 * two replicas or tomorrow adds nothing twice.
 */
@Component
@ConditionalOnBooleanProperty("marquee.catalog.demo")
public class LoadingTheDemo {

	private static final Log log = LogFactory.getLog(LoadingTheDemo.class);

	private static final int DAYS = 7;

	private final Movies movies;

	private final Venues venues;

	private final Shows shows;

	private final CatalogSettings settings;

	private final JsonMapper json;

	private final Clock clock;

	LoadingTheDemo(Movies movies, Venues venues, Shows shows, CatalogSettings settings, JsonMapper json, Clock clock) {
		this.movies = movies;
		this.venues = venues;
		this.shows = shows;
		this.settings = settings;
		this.json = json;
		this.clock = clock;
	}

	@EventListener(ApplicationReadyEvent.class)
	void start() {
		Thread.ofVirtual().name("demo-catalogue").start(this::again);
	}

	@Scheduled(initialDelayString = "PT10M", fixedDelayString = "PT10M")
	void again() {
		try {
			load();
		}
		catch (DataAccessException ex) {
			log.warn("The demo catalogue could not be loaded; next try in ten minutes: " + ex.getMessage());
		}
	}

	/**
	 * Adds what is missing.
	 * @return how many shows were added
	 */
	public int load() {
		Instant now = this.clock.instant().truncatedTo(ChronoUnit.MILLIS);
		DemoData data = DemoData.read(this.json);
		int addedMovies = this.movies.addMissing(DemoProgramme.movies(data, now));
		List<Venue> venues = DemoProgramme.venues(data, now);
		int addedVenues = this.venues.addMissing(venues);
		if (addedMovies + addedVenues > 0) {
			log.info("Demo catalogue: " + addedMovies + " movies and " + addedVenues + " venues added");
		}
		DemoProgramme programme = new DemoProgramme(data, this.settings.cleaningGap(), now);
		int added = 0;
		for (Venue venue : venues) {
			added += this.shows.addMissing(programme.shows(venue, DAYS));
		}
		if (added > 0) {
			log.info("Demo catalogue: " + added + " shows of " + DAYS + " days added in "
					+ Duration.between(now, this.clock.instant()).toMillis() + " ms");
		}
		return added;
	}

}
