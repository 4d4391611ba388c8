package io.marquee.catalog.show;

import java.time.Clock;
import java.util.List;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Says of shows whose end has passed that they are over, so that whoever follows the
 * events knows it without a clock. Several replicas may do it: each show is completed by
 * one of them.
 */
@Component
class CompletingShows {

	private static final Log log = LogFactory.getLog(CompletingShows.class);

	private static final int BATCH = 200;

	private final Shows shows;

	private final EndingShows ending;

	private final Clock clock;

	CompletingShows(Shows shows, EndingShows ending, Clock clock) {
		this.shows = shows;
		this.ending = ending;
		this.clock = clock;
	}

	@Scheduled(initialDelayString = "${marquee.catalog.completing-interval:PT20S}",
			fixedDelayString = "${marquee.catalog.completing-interval:PT20S}")
	void sweep() {
		try {
			List<String> over;
			do {
				over = this.shows.over(this.clock.instant(), BATCH);
				over.forEach(this.ending::over);
			}
			while (over.size() == BATCH);
		}
		catch (DataAccessException ex) {
			log.warn("Shows that are over could not be completed; the next sweep tries again: " + ex.getMessage());
		}
	}

}
