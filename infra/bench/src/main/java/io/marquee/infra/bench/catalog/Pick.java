package io.marquee.infra.bench.catalog;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** Choices, the same ones for the same random numbers. */
final class Pick {

	private Pick() {
	}

	static <T> T one(List<T> all, Random random) {
		return all.get(random.nextInt(all.size()));
	}

	/** The first ones are chosen more often: the square of an even number from 0 to 1. */
	static <T> T skewed(List<T> all, Random random) {
		double even = random.nextDouble();
		return all.get((int) (all.size() * even * even));
	}

	/** From one to that many, all different. */
	static <T> List<T> some(List<T> all, int most, Random random) {
		Set<T> some = new LinkedHashSet<>();
		int count = 1 + random.nextInt(most);
		for (int i = 0; i < count; i++) {
			some.add(one(all, random));
		}
		return List.copyOf(some);
	}

}
