package io.marquee.infra.bench.verify;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import io.marquee.infra.bench.client.Step;

/** Every yes is true and stays so, and nothing happened that nobody asked for. */
final class AnswerCheck implements Check {

	@Override
	public void examine(Evidence evidence, Findings findings) {
		for (Step step : evidence.steps()) {
			if (step.answer().succeeded() && step.answer().status() != 202) {
				StoredBooking booking = evidence.booking(step.bookingId());
				findings.expect("a booking somebody was told of is there",
						booking != null && booking.user().equals(step.user()), step);
				if (booking != null) {
					examine(step, booking, evidence, findings);
				}
			}
		}
		Set<String> paid = evidence.steps(Step.Kind.CONFIRM).stream().map(Step::bookingId).collect(Collectors.toSet());
		evidence.charges()
			.values()
			.stream()
			.flatMap(Collection::stream)
			.forEach((charge) -> findings.expect("nobody is charged without asking",
					paid.contains("bk_" + charge.reference().substring(4)), charge));
		keys(evidence, findings);
		wishes(evidence, findings);
	}

	private static void examine(Step step, StoredBooking booking, Evidence evidence, Findings findings) {
		String facts = step + " but " + booking;
		switch (step.kind()) {
			case HOLD ->
				findings.expect("a hold is of the seats that were asked for", booking.show().equals(step.subject())
						&& new HashSet<>(booking.seats()).equals(new HashSet<>(step.seats())), facts);
			case CONFIRM ->
				findings.expect("a confirmed booking stays confirmed unless its owner cancels",
						booking.confirmedAt() != null && (booking.isConfirmed()
								|| (booking.wasEnded() && wasCancelled(booking, evidence.steps(Step.Kind.CANCEL)))),
						facts);
			case GIVE_BACK -> findings.expect("a hold given back is over and costs nothing",
					booking.status().equals("CANCELLED") && booking.balance().signum() == 0, facts);
			case CANCEL -> findings.expect("a cancelled booking stays cancelled",
					booking.wasEnded() && !booking.isClaiming(), facts);
			case STATUS -> {
			}
		}
	}

	private static boolean wasCancelled(StoredBooking booking, List<Step> cancellations) {
		return cancellations.stream().anyMatch((step) -> step.subject().equals(booking.id()));
	}

	/** The same request with the same key has one answer, whichever process gives it. */
	private static void keys(Evidence evidence, Findings findings) {
		evidence.steps()
			.stream()
			.filter((step) -> step.key() != null && isFinal(step))
			.collect(Collectors.groupingBy((step) -> step.user() + " " + step.key()))
			.values()
			.stream()
			.filter((repeated) -> repeated.size() > 1)
			.forEach((repeated) -> findings.expect("the same key has the same answer",
					repeated.stream()
						.map((step) -> step.answer().status() + step.bookingId() + step.answer().code())
						.distinct()
						.count() == 1,
					repeated));
	}

	private static boolean isFinal(Step step) {
		int status = step.answer().status();
		return step.answer().arrived() && status != 202 && status < 500
				&& !step.answer().code().equals("IDEMPOTENCY_KEY_IN_USE");
	}

	/** A request, however often it was repeated, makes one booking at most. */
	private static void wishes(Evidence evidence, Findings findings) {
		Map<String, Long> wishes = evidence.steps(Step.Kind.HOLD)
			.stream()
			.map((step) -> wish(step.user(), step.subject(), step.seats()) + "|"
					+ ((step.key() != null) ? step.key() : step.sentAt()))
			.distinct()
			.collect(Collectors.groupingBy((wish) -> wish.substring(0, wish.lastIndexOf('|')), Collectors.counting()));
		evidence.bookings()
			.values()
			.stream()
			.collect(Collectors.groupingBy((booking) -> wish(booking.user(), booking.show(), booking.seats())))
			.forEach((wish, bookings) -> findings.expect("no request made two bookings",
					bookings.size() <= wishes.getOrDefault(wish, 0L), bookings));
	}

	private static String wish(String user, String show, List<String> seats) {
		return user + " " + show + " " + seats;
	}

}
