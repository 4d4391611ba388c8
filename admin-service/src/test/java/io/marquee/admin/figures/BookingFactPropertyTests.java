package io.marquee.admin.figures;

import java.time.Instant;
import java.util.List;

import io.marquee.platform.money.Money;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Events come twice, late and in any order; the fact is the same.
 */
class BookingFactPropertyTests {

	private static final Instant HELD_AT = Instant.parse("2026-11-20T10:00:00Z");

	private static final List<Step> LIFE = List.of(new Step(Milestone.HELD, 0), new Step(Milestone.CONFIRMED, 1),
			new Step(Milestone.CANCELLED, 2), new Step(Milestone.REFUNDED, 3), new Step(Milestone.REFUNDED, 4));

	@Property
	void isTheSameInWhateverOrderAndHoweverOftenEventsCome(@ForAll("deliveries") List<Step> delivery) {
		BookingFact fact = after(delivery);
		assertThat(fact.heldDay()).isEqualTo("2026-11-20");
		assertThat(fact.confirmedDay()).isEqualTo("2026-11-21");
		assertThat(fact.cancelledDay()).isEqualTo("2026-11-22");
		assertThat(fact.asOf()).isEqualTo(HELD_AT.plusSeconds(4 * 86_400));
		assertThat(fact.days()).containsExactly("2026-11-20", "2026-11-21", "2026-11-22");
		// Twice 100 went back, of which the cancellation had promised the first.
		assertThat(fact.back()).isNotNull();
		assertThat(fact.back().total()).isEqualTo(Money.of("200.00", "INR"));
	}

	@Property
	void changesNothingWhenAnEventComesAgain(@ForAll("deliveries") List<Step> delivery) {
		BookingFact fact = after(delivery);
		Step again = delivery.getFirst();
		assertThat(again.applyTo(fact)).isEqualTo(fact);
	}

	private static BookingFact after(List<Step> delivery) {
		BookingFact fact = BookingFact.first(delivery.getFirst().event());
		for (Step step : delivery) {
			fact = step.applyTo(fact);
		}
		return fact;
	}

	@Provide
	Arbitrary<List<Step>> deliveries() {
		return Arbitraries.of(LIFE).list().ofMaxSize(6).flatMap((repeated) -> {
			List<Step> all = new java.util.ArrayList<>(LIFE);
			all.addAll(repeated);
			return Arbitraries.shuffle(all);
		});
	}

	record Step(Milestone milestone, int daysLater) {

		BookingEvent event() {
			Instant at = HELD_AT.plusSeconds(this.daysLater * 86_400L);
			boolean back = this.milestone == Milestone.CANCELLED || this.milestone == Milestone.REFUNDED;
			return back ? BookingEventFixture.refunded("booking-1", "100.00", at)
					: BookingEventFixture.twoSeats("booking-1", at);
		}

		BookingFact applyTo(BookingFact fact) {
			return fact.reached(this.milestone, event().occurredAt().toString().substring(0, 10), event());
		}

	}

}
