package io.marquee.infra.local.process;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The part of our own environment that every process gets. Nothing else passes, so that
 * no process sees another's secrets, nor behaves otherwise because of a variable that
 * happens to be set in someone's shell.
 */
final class BaseEnvironment {

	private static final Set<String> PASSED = Set.of("PATH", "HOME", "USER", "LANG", "LC_ALL", "TZ", "TMPDIR");

	private BaseEnvironment() {
	}

	static Map<String, String> of(Map<String, String> own) {
		Map<String, String> base = own.entrySet()
			.stream()
			.filter((entry) -> PASSED.contains(entry.getKey()))
			.collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (one, other) -> one, TreeMap::new));
		// The C library's allocator otherwise keeps memory apart for every few threads.
		base.put("MALLOC_ARENA_MAX", "2");
		return base;
	}

}
