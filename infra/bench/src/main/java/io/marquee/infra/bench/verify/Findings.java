package io.marquee.infra.bench.verify;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the checks looked at and what they found wrong. A check that looked at nothing is
 * no proof, so that is told too.
 */
public final class Findings {

	private static final int SHOWN = 8;

	private final Map<String, Integer> examined = new LinkedHashMap<>();

	private final Map<String, List<String>> problems = new LinkedHashMap<>();

	/** Counts one fact that a rule was held against, and whether it held. */
	void expect(String rule, boolean holds, Object facts) {
		this.examined.merge(rule, 1, Integer::sum);
		if (!holds) {
			this.problems.computeIfAbsent(rule, (key) -> new ArrayList<>()).add(String.valueOf(facts));
		}
	}

	/**
	 * Whether all rules held.
	 * @return whether nothing is wrong
	 */
	public boolean isClean() {
		return this.problems.isEmpty();
	}

	/**
	 * How many facts a rule was held against.
	 * @param rule the rule
	 * @return the number
	 */
	public int examined(String rule) {
		return this.examined.getOrDefault(rule, 0);
	}

	/**
	 * The rules that were broken.
	 * @return their names
	 */
	public List<String> broken() {
		return List.copyOf(this.problems.keySet());
	}

	/** For people. */
	@Override
	public String toString() {
		StringBuilder text = new StringBuilder();
		this.examined.forEach((rule, count) -> {
			List<String> wrong = this.problems.getOrDefault(rule, List.of());
			text.append("%s %s: %d checked, %d wrong%n".formatted(wrong.isEmpty() ? "ok  " : "FAIL", rule, count,
					wrong.size()));
			wrong.stream().limit(SHOWN).forEach((one) -> text.append("       ").append(one).append('\n'));
		});
		return text.toString();
	}

}
