package io.marquee.catalog.show;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.stereotype.Component;

import io.marquee.catalog.transfer.ImportProblems;
import io.marquee.catalog.transfer.Planned;

/**
 * Finds shows of a file that would share a screen, with each other or with what is there.
 * It only saves a file from being written half; the index over the slots decides.
 */
@Component
class ImportedOverlaps {

	private static final String FIELD = "startsAt";

	/** No film with the cleaning after it is longer. */
	private static final Duration LONGEST = Duration.ofDays(1);

	private final Shows shows;

	private final SchedulingShows scheduling;

	ImportedOverlaps(Shows shows, SchedulingShows scheduling) {
		this.shows = shows;
		this.scheduling = scheduling;
	}

	void check(List<Planned<Show>> planned, ImportProblems problems) {
		List<Planned<Show>> changes = planned.stream().filter(Predicate.not(Planned::unchanged)).toList();
		Map<String, Planned<Show>> bySlot = new HashMap<>();
		Map<String, Planned<Show>> moved = new HashMap<>();
		for (Planned<Show> change : changes) {
			Planned<Show> other = null;
			for (String slot : ImportOrder.slots(change.after())) {
				Planned<Show> taken = bySlot.putIfAbsent(slot, change);
				other = (other != null) ? other : taken;
			}
			if (other != null) {
				problems.add(change.line(), FIELD,
						"the screen is taken by " + other.line().label() + ", or being cleaned after it");
			}
			if (change.before() != null) {
				moved.put(change.before().id(), change);
			}
		}
		changes.stream()
			.collect(Collectors.groupingBy((change) -> change.after().place().venueId()))
			.forEach((venueId, there) -> againstOthers(venueId, there, moved, problems));
		new ImportOrder(changes).stuck()
			.forEach((stuck) -> problems.add(stuck.line(), FIELD,
					"shows of this file change places; move one of them aside with a file of its own first"));
	}

	private void againstOthers(String venueId, List<Planned<Show>> changes, Map<String, Planned<Show>> moved,
			ImportProblems problems) {
		List<Instant> starts = changes.stream().map((change) -> change.after().startsAt()).sorted().toList();
		Map<String, Show> holders = new HashMap<>();
		this.shows.stored()
			.all(Criteria.where("status")
				.is(ShowStatus.SCHEDULED)
				.and("place.venueId")
				.is(venueId)
				.and("startsAt")
				.gt(starts.getFirst().minus(LONGEST))
				.lt(starts.getLast().plus(LONGEST)), Sort.unsorted(), "layout", "takenBy")
			.forEach((show) -> ImportOrder.slots(show).forEach((slot) -> holders.put(slot, show)));
		for (Planned<Show> change : changes) {
			ImportOrder.slots(change.after())
				.stream()
				.map(holders::get)
				.filter((other) -> other != null && !moved.containsKey(other.id()))
				.findFirst()
				.ifPresent((other) -> problems.add(change.line(), FIELD, this.scheduling.overlap(Optional.of(other))));
		}
	}

}
