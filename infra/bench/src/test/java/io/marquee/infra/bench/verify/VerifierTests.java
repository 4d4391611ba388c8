package io.marquee.infra.bench.verify;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

import io.marquee.infra.bench.client.Step;
import io.marquee.infra.bench.http.Answer;
import io.marquee.infra.bench.stack.Outage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** A check that cannot fail is worse than none: each rule is broken once. */
class VerifierTests {

	@Test
	void findsNothingWrongWithATrueStory() {
		assertThat(EvidenceFixture.story().findings().isClean()).as(EvidenceFixture.story().findings().toString())
			.isTrue();
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("lies")
	void finds(String rule, Consumer<EvidenceFixture> lie) {
		EvidenceFixture story = EvidenceFixture.story();
		lie.accept(story);
		assertThat(story.broken()).contains(rule);
	}

	static Stream<Arguments> lies() {
		return Stream.of(lie("no seat is sold twice", (story) -> story.confirmed("bk_eve", "eve", "A1", 8)),
				lie("no seat is promised to two at a time", (story) -> {
					story.confirmed("bk_eve", "eve", "B1", 4);
					story.stored("bk_eve", "REFUNDED", "0");
				}), lie("all has come to an end", (story) -> story.stored("bk_ann", "PAYING", "200", "show:A1")),
				lie("claims are those of the status", (story) -> story.stored("bk_ann", "CONFIRMED", "200")),
				lie("claims are those of the status", (story) -> story.stored("bk_cid", "REFUNDED", "100", "show:B1")),
				lie("nobody has more seats than allowed", (story) -> {
					for (int i = 1; i <= 11; i++) {
						story.confirmed("bk_eve" + i, "eve", "C" + i, 8);
					}
				}), lie("a booking somebody was told of is there", (story) -> story.bookings.remove("bk_ann")),
				lie("a hold is of the seats that were asked for",
						(story) -> story.step("ann", Step.Kind.HOLD, "show", "A2", 1, 201, """
								{"data":{"bookingId":"bk_ann","expiresAt":"2026-11-22T18:05:00Z"}}""")),
				lie("a confirmed booking stays confirmed unless its owner cancels",
						(story) -> story.stored("bk_ann", "REFUNDED", "0")),
				lie("a hold given back is over and costs nothing",
						(story) -> story.step("ann", Step.Kind.GIVE_BACK, "bk_ann", "", 1, 200, "{}")),
				lie("a cancelled booking stays cancelled",
						(story) -> story.step("ann", Step.Kind.CANCEL, "bk_ann", "", 9, 200, "{}")),
				lie("nobody is charged without asking",
						(story) -> story.steps.removeIf((step) -> step.kind() == Step.Kind.CONFIRM)),
				lie("the same key has the same answer",
						(story) -> story.step("ann", Step.Kind.HOLD, "show", "A1", 1, 409, """
								{"code":"SEATS_UNAVAILABLE","errors":[]}""")),
				lie("no request made two bookings",
						(story) -> story.steps.removeIf((step) -> step.kind() == Step.Kind.HOLD)),
				lie("no answer is a failure of ours",
						(story) -> story.step("bob", Step.Kind.HOLD, "show", "A2", 2, 503, "{}")),
				lie("who gets no seats gets a 409 that says why",
						(story) -> story.step("bob", Step.Kind.HOLD, "show", "A2", 2, 410, "{}")),
				lie("a 409 names seats that are taken",
						(story) -> story.step("bob", Step.Kind.HOLD, "show", "A9", 2, 409, """
								{"code":"SEATS_UNAVAILABLE",
								"errors":[{"field":"seats","message":"A9 is no longer available"}]}""")),
				lie("only a killed process owes an answer", (story) -> unanswered(story, 20)),
				lie("ledger of a booking is the provider's", (story) -> story.charges.remove("pay_ann")),
				lie("nobody pays twice", (story) -> story.charge("bk_ann", "ch_again", "SUCCEEDED", "0")),
				lie("what is paid is what is due", (story) -> story.stored("bk_ann", "CONFIRMED", "0", "show:A1")),
				lie("no case for a person", (story) -> story.stored("bk_ann", "REVIEW", "200")),
				lie("every charge belongs to a booking",
						(story) -> story.charge("bk_nobody", "ch_nobody", "SUCCEEDED", "0")),
				lie("charges less refunds are confirmed bookings and what was kept",
						(story) -> story.charge("bk_nobody", "ch_nobody", "SUCCEEDED", "0")),
				lie("a hold is told once, and first", (story) -> story.events.get("bk_ann").removeFirst()),
				lie("a confirmed booking is told once", (story) -> story.event("bk_ann", "confirmed")),
				lie("a confirmed booking is told once", (story) -> story.events.get("bk_ann").removeLast()),
				lie("the end of a confirmed booking is told once", (story) -> story.event("bk_cid", "cancelled")),
				lie("a refund is told once", (story) -> story.event("bk_cid", "refunded")),
				lie("every event is of a booking", (story) -> story.event("bk_nobody", "held")));
	}

	@Test
	void takesAnEventThatWasSentAgainForOne() {
		EvidenceFixture story = EvidenceFixture.story();
		List<PublishedEvents.Event> events = story.events.get("bk_ann");
		events.add(events.getLast());
		assertThat(story.broken()).isEmpty();
	}

	@Test
	void excusesTheSilenceOfAKilledProcess() {
		EvidenceFixture story = EvidenceFixture.story();
		unanswered(story, 20);
		story.outages.add(new Outage("booking-service", EvidenceFixture.START.plusSeconds(20),
				EvidenceFixture.START.plusSeconds(30)));
		assertThat(story.broken()).isEmpty();
	}

	private static void unanswered(EvidenceFixture story, int second) {
		story.steps.add(new Step("bob", Step.Kind.HOLD, "booking-service", null, "show", List.of("A2"),
				EvidenceFixture.START.plusSeconds(second), EvidenceFixture.START.plusSeconds(second + 1),
				new Answer(0, "EOF", true)));
	}

	private static Arguments lie(String rule, Consumer<EvidenceFixture> lie) {
		return Arguments.of(rule, lie);
	}

}
