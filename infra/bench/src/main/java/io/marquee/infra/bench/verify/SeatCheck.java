package io.marquee.infra.bench.verify;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.marquee.infra.bench.client.Step;

/**
 * No seat is in two bookings at a time: in the end by what is claimed, and on the way by
 * what clients had been promised at the same time.
 */
final class SeatCheck implements Check {

	private static final int SEATS_PER_USER_AND_SHOW = 10;

	private static final Set<String> UNDER_WAY = Set.of("HELD", "PAYING", "REFUND_PENDING");

	@Override
	public void examine(Evidence evidence, Findings findings) {
		Map<String, StoredBooking> owners = new HashMap<>();
		for (StoredBooking booking : evidence.bookings().values()) {
			findings.expect("all has come to an end", !UNDER_WAY.contains(booking.status()), booking);
			findings.expect("claims are those of the status", booking.isClaiming()
					? booking.claims().containsAll(booking.seatClaims()) : booking.claims().isEmpty(), booking);
			for (String seat : booking.isClaiming() ? booking.seatClaims() : List.<String>of()) {
				StoredBooking other = owners.put(seat, booking);
				findings.expect("no seat is sold twice", other == null, seat + ": " + booking + " and " + other);
			}
		}
		evidence.bookings()
			.values()
			.stream()
			.filter(StoredBooking::isClaiming)
			.collect(Collectors.groupingBy((booking) -> booking.user() + " " + booking.show(),
					Collectors.summingInt((booking) -> booking.seats().size())))
			.forEach((who, seats) -> findings.expect("nobody has more seats than allowed",
					seats <= SEATS_PER_USER_AND_SHOW, who + ": " + seats));
		promises(evidence).values().forEach((promises) -> examine(promises, findings));
	}

	private static void examine(List<Promise> promises, Findings findings) {
		promises.sort(Comparator.comparing(Promise::from));
		Promise longest = promises.getFirst();
		for (Promise promise : promises) {
			boolean broken = !promise.booking().equals(longest.booking()) && promise.from().isBefore(longest.until());
			findings.expect("no seat is promised to two at a time", !broken, promise + " and " + longest);
			if (promise.until().isAfter(longest.until())) {
				longest = promise;
			}
		}
	}

	/** What clients could rely on, by seat. */
	private static Map<String, List<Promise>> promises(Evidence evidence) {
		Map<String, List<Step>> byBooking = evidence.steps()
			.stream()
			.filter((step) -> !step.bookingId().isEmpty())
			.sorted(Comparator.comparing(Step::answeredAt))
			.collect(Collectors.groupingBy(Step::bookingId));
		Map<String, List<Promise>> promises = new HashMap<>();
		for (StoredBooking booking : evidence.bookings().values()) {
			List<Step> steps = byBooking.getOrDefault(booking.id(), List.of());
			Instant letGo = steps.stream()
				.filter((step) -> step.kind() == Step.Kind.GIVE_BACK || step.kind() == Step.Kind.CANCEL)
				.map(Step::sentAt)
				.min(Comparator.naturalOrder())
				.orElse(Instant.MAX);
			Set<String> seats = new HashSet<>(booking.seatClaims());
			Stream.concat(held(steps, letGo), owned(steps, letGo))
				.forEach((time) -> seats.forEach((seat) -> promises.computeIfAbsent(seat, (key) -> new ArrayList<>())
					.add(new Promise(booking.id(), time[0], time[1]))));
		}
		return promises;
	}

	/** From the answer to the hold until it may have run out. */
	private static Stream<Instant[]> held(List<Step> steps, Instant letGo) {
		return steps.stream()
			.filter((step) -> step.kind() == Step.Kind.HOLD && step.answer().status() == 201)
			.limit(1)
			.map((step) -> new Instant[] { step.answeredAt(),
					earlier(Instant.parse(step.answer().data("expiresAt")), letGo) })
			.filter((time) -> time[0].isBefore(time[1]));
	}

	/** From the confirmation on. */
	private static Stream<Instant[]> owned(List<Step> steps, Instant letGo) {
		return steps.stream()
			.filter((step) -> step.kind() == Step.Kind.CONFIRM && step.status().equals("CONFIRMED"))
			.limit(1)
			.map((step) -> new Instant[] { step.answeredAt(), letGo })
			.filter((time) -> time[0].isBefore(time[1]));
	}

	private static Instant earlier(Instant one, Instant other) {
		return one.isBefore(other) ? one : other;
	}

	/** A time in which a client could rely on a seat. */
	private record Promise(String booking, Instant from, Instant until) {

	}

}
