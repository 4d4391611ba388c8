package io.marquee.catalog.show;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import io.marquee.catalog.transfer.Planned;

/**
 * The order in which shows of one file can be written. A show that takes the place of one
 * that the file moves aside has to wait until that is done: the index over the slots
 * never allows both, not even for a moment.
 */
final class ImportOrder {

	/** What can be written together, one list after the other. */
	private final List<List<Planned<Show>>> steps = new ArrayList<>();

	/** What wait for each other in a circle, and what waits for them. */
	private final Set<Planned<Show>> stuck;

	ImportOrder(List<Planned<Show>> changes) {
		Map<String, Planned<Show>> holders = new HashMap<>();
		for (Planned<Show> change : changes) {
			slots(change.before()).forEach((slot) -> holders.put(slot, change));
		}
		Map<Planned<Show>, Set<Planned<Show>>> waiting = new IdentityHashMap<>();
		for (Planned<Show> change : changes) {
			Set<Planned<Show>> others = some();
			slots(change.after()).stream().map(holders::get).filter(Objects::nonNull).forEach(others::add);
			others.remove(change);
			waiting.put(change, others);
		}
		Set<Planned<Show>> written = some();
		List<Planned<Show>> next = ready(changes, waiting, written);
		while (!next.isEmpty()) {
			this.steps.add(next);
			written.addAll(next);
			next = ready(changes, waiting, written);
		}
		this.stuck = some();
		this.stuck.addAll(changes);
		this.stuck.removeAll(written);
	}

	List<List<Planned<Show>>> steps() {
		return this.steps;
	}

	Set<Planned<Show>> stuck() {
		return this.stuck;
	}

	private static List<Planned<Show>> ready(List<Planned<Show>> changes,
			Map<Planned<Show>, Set<Planned<Show>>> waiting, Set<Planned<Show>> written) {
		return changes.stream()
			.filter((change) -> !written.contains(change)
					&& written.containsAll(waiting.getOrDefault(change, Set.of())))
			.toList();
	}

	/** Told apart as objects: to compare all they hold takes long. */
	private static Set<Planned<Show>> some() {
		return Collections.newSetFromMap(new IdentityHashMap<>());
	}

	static List<String> slots(@Nullable Show show) {
		return (show != null && show.slots() != null) ? show.slots() : List.of();
	}

}
