package io.marquee.infra.bench.contention;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import io.marquee.infra.bench.client.Step;
import io.marquee.infra.bench.contention.Contention.Outcome;

/** A contention test in figures. */
public final class ContentionReport {

	private final Outcome outcome;

	public ContentionReport(Outcome outcome) {
		this.outcome = outcome;
	}

	/**
	 * How long losers waited for their 409.
	 * @param percentile such as 99
	 * @return the time
	 */
	public Duration losers(double percentile) {
		List<Duration> times = this.outcome.history()
			.steps()
			.stream()
			.filter((step) -> step.kind() == Step.Kind.HOLD && step.answer().status() == 409)
			.map((step) -> Duration.between(step.sentAt(), step.answeredAt()))
			.sorted()
			.toList();
		return times.isEmpty() ? Duration.ZERO
				: times.get(Math.min(times.size() - 1, (int) (times.size() * percentile / 100)));
	}

	/** How often which request had which answer. */
	@Override
	public String toString() {
		List<Step> steps = this.outcome.history().steps();
		Map<String, Long> counts = steps.stream()
			.collect(Collectors.groupingBy(ContentionReport::answer, TreeMap::new, Collectors.counting()));
		StringBuilder text = new StringBuilder(
				"%d buyers, %d requests in %.1f s, %d kills%n".formatted(this.outcome.buyers(), steps.size(),
						this.outcome.time().toMillis() / 1000.0, this.outcome.outages().size()));
		counts.forEach((answer, count) -> text.append("  %-50s %7d%n".formatted(answer, count)));
		return text
			.append("409 to losers: median %d ms, p99 %d ms%n".formatted(losers(50).toMillis(), losers(99).toMillis()))
			.toString();
	}

	private static String answer(Step step) {
		if (!step.answer().arrived()) {
			return step.kind() + " no answer";
		}
		String told = step.answer().succeeded() ? step.status() : step.answer().code();
		return step.kind() + " " + step.answer().status() + " " + told;
	}

}
