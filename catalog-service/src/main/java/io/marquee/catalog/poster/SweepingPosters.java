package io.marquee.catalog.poster;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

import io.marquee.catalog.movie.Movies;

/**
 * Removes posters that no movie has referred to for a while. A deleted movie counts: it
 * may come back with an import. Every replica may sweep at once.
 */
@Component
class SweepingPosters {

	private static final Log log = LogFactory.getLog(SweepingPosters.class);

	private final Posters posters;

	private final Movies movies;

	private final Duration keepUnused;

	private final Clock clock;

	SweepingPosters(Posters posters, Movies movies, PosterSettings settings, Clock clock) {
		this.posters = posters;
		this.movies = movies;
		this.keepUnused = settings.keepUnused();
		this.clock = clock;
	}

	@Scheduled(initialDelayString = "PT15M", fixedDelayString = "PT1H")
	void sweep() {
		try {
			long removed = 0;
			Set<String> stored = this.posters.hashes();
			// Read after the posters, so that one that is stored and used meanwhile is
			// seen as used, or not at all.
			Set<String> used = this.movies.posterHashes();
			Instant now = this.clock.instant();
			for (String hash : stored) {
				if (used.contains(hash)) {
					this.posters.keep(hash);
				}
				else {
					this.posters.markUnused(hash, now);
					removed += this.posters.removeUnusedSince(hash, now.minus(this.keepUnused));
				}
			}
			if (removed > 0) {
				log.info(removed + " posters were removed that no movie refers to");
			}
		}
		catch (DataAccessException ex) {
			log.warn("Posters that no movie refers to stay until the next sweep", ex);
		}
	}

}
