package io.marquee.infra.bench.verify;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import io.marquee.infra.bench.client.Step;

/** Every no is true as well, and only what was killed owes an answer. */
final class RefusalCheck implements Check {

	/**
	 * A change is stamped before it is stored, and a connection may be found dead only
	 * when it is used again.
	 */
	private static final Duration TOLERANCE = Duration.ofSeconds(5);

	private static final Set<String> REASONS = Set.of("SEATS_UNAVAILABLE", "SEAT_LIMIT_REACHED",
			"IDEMPOTENCY_KEY_IN_USE");

	@Override
	public void examine(Evidence evidence, Findings findings) {
		Map<String, List<StoredBooking>> bySeat = evidence.bookings()
			.values()
			.stream()
			.flatMap((booking) -> booking.seatClaims().stream().map((seat) -> Map.entry(seat, booking)))
			.collect(Collectors.groupingBy(Map.Entry::getKey,
					Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
		for (Step step : evidence.steps()) {
			findings.expect("no answer is a failure of ours", step.answer().status() < 500, step);
			if (!step.answer().arrived()) {
				findings.expect("only a killed process owes an answer", wasKilled(step, evidence), step);
			}
			else if (step.kind() == Step.Kind.HOLD && step.answer().status() != 201) {
				findings.expect("who gets no seats gets a 409 that says why",
						step.answer().status() == 409 && REASONS.contains(step.answer().code()), step);
				if (step.answer().code().equals("SEATS_UNAVAILABLE")) {
					List<String> named = named(step);
					findings.expect("a 409 names seats that are taken",
							!named.isEmpty() && named.stream().allMatch((seat) -> isTaken(step, seat, bySeat)), step);
				}
			}
		}
	}

	private static boolean wasKilled(Step step, Evidence evidence) {
		return evidence.outages()
			.stream()
			.anyMatch((outage) -> outage.process().equals(step.process())
					&& !step.answeredAt().isBefore(outage.killedAt())
					&& step.sentAt().isBefore(outage.readyAt().plus(TOLERANCE)));
	}

	private static List<String> named(Step step) {
		return step.answer()
			.json()
			.path("errors")
			.valueStream()
			.map((problem) -> problem.path("message").asString("").split(" ")[0])
			.toList();
	}

	private static boolean isTaken(Step step, String seat, Map<String, List<StoredBooking>> bySeat) {
		return step.seats().contains(seat) && bySeat.getOrDefault(step.subject() + ":" + seat, List.of())
			.stream()
			.anyMatch((rival) -> rival.createdAt().isBefore(step.answeredAt())
					&& (rival.isClaiming() || lastSign(rival).isAfter(step.sentAt())));
	}

	private static Instant lastSign(StoredBooking rival) {
		return rival.updatedAt().plus(TOLERANCE);
	}

}
