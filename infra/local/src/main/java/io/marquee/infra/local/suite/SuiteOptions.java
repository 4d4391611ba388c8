package io.marquee.infra.local.suite;

import java.util.Map;
import java.util.Set;

import io.marquee.infra.local.component.StoreKind;

/**
 * What may be chosen about a suite.
 *
 * @param portOffset what is added to every port
 * @param store where the documents are kept
 * @param only the parts to start, or none for all
 * @param given addresses of what is given from outside, by the names of their variables
 */
public record SuiteOptions(int portOffset, StoreKind store, Set<String> only, Map<String, String> given) {

	public SuiteOptions {
		only = Set.copyOf(only);
		given = Map.copyOf(given);
	}

	/**
	 * The whole suite, documents in memory, for tests.
	 * @param portOffset what is added to every port
	 * @return the options
	 */
	public static SuiteOptions inMemory(int portOffset) {
		return new SuiteOptions(portOffset, StoreKind.MEMORY, Set.of(), Map.of());
	}

}
