package io.marquee.infra.store;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;

/** Documents that end with the process. */
final class MemoryStorage implements Storage {

	private final Map<String, Records> records = new ConcurrentHashMap<>();

	@Override
	public Records open(String name) {
		return this.records.computeIfAbsent(name, (key) -> new Records(new ConcurrentSkipListMap<>(), 0, () -> {
		}));
	}

	@Override
	public void remove(String name) {
		this.records.remove(name);
	}

	@Override
	public void rename(String name, String newName) {
		Records renamed = this.records.remove(name);
		if (renamed != null) {
			this.records.put(newName, renamed);
		}
	}

	@Override
	public Set<String> names() {
		return Set.copyOf(this.records.keySet());
	}

	@Override
	public void commit() {
		// Nothing outlives the process anyway.
	}

	@Override
	public long size() {
		return this.records.values().stream().mapToLong(Records::bytes).sum();
	}

	@Override
	public long examined() {
		return this.records.values().stream().mapToLong(Records::examined).sum();
	}

	@Override
	public void close() {
		this.records.clear();
	}

}
