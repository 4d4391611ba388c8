package io.marquee.infra.payments;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** All charges, in memory and in the journal. */
final class Charges implements AutoCloseable {

	private final Map<String, Charge> byId = new ConcurrentHashMap<>();

	private final Map<String, String> idByKey = new ConcurrentHashMap<>();

	private final Map<String, List<String>> idsByReference = new ConcurrentHashMap<>();

	private final Journal journal;

	Charges(Path folder, JsonMapper json) {
		this.journal = new Journal(folder, json, this::index);
	}

	private void index(Charge charge) {
		if (this.byId.put(charge.id(), charge) == null) {
			this.idByKey.put(charge.idempotencyKey(), charge.id());
			this.idsByReference.computeIfAbsent(charge.reference(), (ref) -> new CopyOnWriteArrayList<>())
				.add(charge.id());
		}
	}

	/** The charge of this key: the one there is, or the one just opened. */
	Charge open(String key, Supplier<Charge> opening) {
		String id = this.idByKey.computeIfAbsent(key, (absent) -> {
			Charge opened = opening.get();
			this.journal.append(opened);
			this.byId.put(opened.id(), opened);
			this.idsByReference.computeIfAbsent(opened.reference(), (ref) -> new CopyOnWriteArrayList<>())
				.add(opened.id());
			return opened.id();
		});
		return existing(id);
	}

	Charge change(String id, UnaryOperator<Charge> change) {
		Charge changed = this.byId.computeIfPresent(id, (key, charge) -> {
			Charge next = change.apply(charge);
			if (next != charge) {
				this.journal.append(next);
			}
			return next;
		});
		if (changed == null) {
			throw new IllegalArgumentException("No charge " + id);
		}
		return changed;
	}

	@Nullable Charge find(String id) {
		return this.byId.get(id);
	}

	List<Charge> withReference(String reference) {
		return this.idsByReference.getOrDefault(reference, List.of()).stream().map(this::existing).toList();
	}

	Collection<Charge> all() {
		return this.byId.values();
	}

	private Charge existing(String id) {
		Charge charge = this.byId.get(id);
		if (charge == null) {
			throw new IllegalStateException("Charge " + id + " is indexed and missing");
		}
		return charge;
	}

	@Override
	public void close() throws IOException {
		this.journal.close();
	}

}
