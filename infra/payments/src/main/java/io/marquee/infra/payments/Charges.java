package io.marquee.infra.payments;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * All charges. They lie in the journal; memory holds where, in about 150 bytes a charge,
 * so that a night of load does not fill a small heap. Charges are numbered in the order
 * they were made, which is the order of their times.
 */
final class Charges implements AutoCloseable {

	private final Journal journal;

	private final Index byId = new Index();

	private final Index byKey = new Index();

	private final Index byReference = new Index();

	/** By number: where the latest state of a charge begins in the journal. */
	private long[] places = new long[1024];

	/** By number: when it was made, in milliseconds. */
	private long[] times = new long[1024];

	private int count;

	/** Numbers of charges that the last run left unfinished. */
	private final Set<Integer> unfinished = new HashSet<>();

	Charges(Path folder, JsonMapper json) {
		this.journal = new Journal(folder, json);
		this.journal.replay(this::replayed);
	}

	private void replayed(Charge charge, long place) {
		int number = number(this.byId, charge.id(), (other) -> other.id().equals(charge.id()));
		if (number < 0) {
			number = add(charge, place);
		}
		this.places[number] = place;
		if (charge.isFinished()) {
			this.unfinished.remove(number);
		}
		else {
			this.unfinished.add(number);
		}
	}

	/** The charge of this key: the one there is, or the one just opened. */
	synchronized Charge open(String key, Supplier<Charge> opening) {
		int number = number(this.byKey, key, (charge) -> charge.idempotencyKey().equals(key));
		if (number >= 0) {
			return charge(number);
		}
		Charge opened = opening.get();
		add(opened, this.journal.append(opened));
		return opened;
	}

	synchronized Charge change(String id, UnaryOperator<Charge> change) {
		int number = number(this.byId, id, (charge) -> charge.id().equals(id));
		if (number < 0) {
			throw new IllegalArgumentException("No charge " + id);
		}
		Charge charge = charge(number);
		Charge next = change.apply(charge);
		if (next != charge) {
			this.places[number] = this.journal.append(next);
		}
		return next;
	}

	synchronized @Nullable Charge find(String id) {
		int number = number(this.byId, id, (charge) -> charge.id().equals(id));
		return (number >= 0) ? charge(number) : null;
	}

	synchronized List<Charge> withReference(String reference) {
		return this.byReference.candidates(reference)
			.mapToObj(this::charge)
			.filter((charge) -> charge.reference().equals(reference))
			.toList();
	}

	/**
	 * Charges made from one time on and before another, from the oldest on.
	 * @param cursor where the last page ended, 0 at first
	 */
	synchronized Page made(Instant from, Instant to, int cursor, int limit) {
		int first = Math.max(cursor, firstNotBefore(from));
		int end = firstNotBefore(to);
		List<Charge> page = new ArrayList<>();
		for (int number = first; number < end && page.size() < limit; number++) {
			page.add(charge(number));
		}
		int next = first + page.size();
		return new Page(page, (next < end) ? next : null);
	}

	private int firstNotBefore(Instant time) {
		long wanted = time.toEpochMilli();
		int low = 0;
		int high = this.count;
		while (low < high) {
			int middle = (low + high) >>> 1;
			if (this.times[middle] < wanted) {
				low = middle + 1;
			}
			else {
				high = middle;
			}
		}
		return low;
	}

	Stream<Charge> unfinished() {
		return this.unfinished.stream().map(this::charge);
	}

	private int add(Charge charge, long place) {
		int number = this.count++;
		if (number == this.places.length) {
			this.places = Arrays.copyOf(this.places, number * 2);
			this.times = Arrays.copyOf(this.times, number * 2);
		}
		this.places[number] = place;
		// A clock that was set back must not disturb the order.
		long before = (number > 0) ? this.times[number - 1] : 0;
		this.times[number] = Math.max(before, charge.createdAt().toEpochMilli());
		this.byId.add(charge.id(), number);
		this.byKey.add(charge.idempotencyKey(), number);
		this.byReference.add(charge.reference(), number);
		return number;
	}

	private int number(Index index, String name, Predicate<Charge> isMeant) {
		return index.candidates(name).filter((number) -> isMeant.test(charge(number))).findFirst().orElse(-1);
	}

	private Charge charge(int number) {
		return this.journal.read(this.places[number]);
	}

	@Override
	public void close() throws IOException {
		this.journal.close();
	}

	/**
	 * Some charges.
	 *
	 * @param next the cursor of the next page, if there is one
	 */
	record Page(List<Charge> charges, @Nullable Integer next) {
	}

}
