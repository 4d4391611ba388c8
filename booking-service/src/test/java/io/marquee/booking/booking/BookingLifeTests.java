package io.marquee.booking.booking;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

import io.marquee.booking.payment.Charge;
import io.marquee.booking.payment.PaymentMethod.Type;
import io.marquee.platform.money.Money;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.springframework.dao.DuplicateKeyException;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Random lives of bookings that want the same four seats: whatever is tried, in whatever
 * order, with whatever delay, repetition or stale snapshot, the rules hold.
 */
class BookingLifeTests {

	private static final List<String> SEATS = List.of("A1", "A2", "A3", "A4");

	@Property(tries = 400)
	void rulesHoldAfterEveryStep(@ForAll("lives") List<Step> steps) {
		World world = new World();
		for (Step step : steps) {
			world.take(step);
			world.check();
		}
		world.settleEverything();
		world.check();
		world.checkThatAllMoneyIsAccountedFor();
	}

	@Provide
	Arbitrary<List<Step>> lives() {
		return Combinators
			.combine(Arbitraries.of(Command.class), Arbitraries.integers().between(0, 5),
					Arbitraries.integers().between(0, 14))
			.as(Step::new)
			.list()
			.ofMinSize(10)
			.ofMaxSize(80);
	}

	enum Command {

		HOLD, HOLD_AGAIN, START_PAYING, PAY_AGAIN, PROVIDER_CHARGES, PROVIDER_DECLINES, REPORT, REPORT_AGAIN, ASK,
		NOT_TOLD, NOT_SENT, GIVE_BACK, CANCEL, SHOW_CANCELLED, REFUND_BY_HAND, REFUND_DELAYED, REFUND_LOST, ADMIT,
		SWEEP, WAIT, STALE

	}

	record Step(Command command, int which, int detail) {
	}

	/** A store with the unique index, a provider and a clock. */
	static final class World {

		private final Map<BookingId, Booking> store = new LinkedHashMap<>();

		private final Map<String, Charge> provider = new LinkedHashMap<>();

		private final Map<String, Money> givenBack = new LinkedHashMap<>();

		private final Map<BookingId, List<Booking>> history = new LinkedHashMap<>();

		private Instant now = BookingFixture.NOW;

		void take(Step step) {
			if (step.command() == Command.HOLD || step.command() == Command.HOLD_AGAIN) {
				hold(step);
				return;
			}
			if (step.command() == Command.WAIT) {
				this.now = this.now.plus(Duration.ofSeconds(7L * (step.detail() + 1) * (step.detail() + 1)));
				return;
			}
			if (step.command() == Command.SWEEP) {
				sweep();
				return;
			}
			List<Booking> all = List.copyOf(this.store.values());
			if (!all.isEmpty()) {
				takeWith(all.get(step.which() % all.size()), step);
			}
		}

		private void takeWith(Booking booking, Step step) {
			switch (step.command()) {
				case START_PAYING ->
					change(booking, (current) -> current.startPaying(Type.CARD, this.now, BookingFixture.ANSWER));
				case PAY_AGAIN -> change(booking, (current) -> current.payAgain(this.now, BookingFixture.ANSWER));
				case PROVIDER_CHARGES -> provide(booking, Charge.Status.SUCCEEDED);
				case PROVIDER_DECLINES -> provide(booking, Charge.Status.DECLINED);
				case REPORT, REPORT_AGAIN, ASK -> ask(booking, step.command() == Command.ASK);
				case NOT_TOLD -> change(booking, (current) -> current.notTold(this.now));
				case NOT_SENT -> {
					if (!this.provider.containsKey(booking.paymentKey())) {
						change(booking, (current) -> current.notSent(this.now));
					}
				}
				case GIVE_BACK -> change(booking, (current) -> current.giveBack(this.now));
				case CANCEL -> change(booking, (current) -> current.cancel(cancellation(Cancellation.Reason.CUSTOMER)));
				case SHOW_CANCELLED -> change(booking, (current) -> current.showCancelled(this.now));
				case REFUND_BY_HAND -> change(booking,
						(current) -> current.refundByHand(Money.of(String.valueOf(50 * (step.detail() + 1)), "INR"),
								cancellation(Cancellation.Reason.STAFF)));
				case REFUND_DELAYED -> change(booking, (current) -> current.refundDelayed(this.now));
				case REFUND_LOST -> refundAtProvider(this.store.get(booking.id()));
				case ADMIT -> change(booking,
						(current) -> current.admit(new Admission(this.now, "staff-1", "nonce-" + step.detail() % 3)));
				case STALE -> {
					List<Booking> versions = this.history.get(booking.id());
					Booking stale = versions.get(step.detail() % versions.size());
					commit(stale, () -> stale.giveBack(this.now));
				}
				default -> throw new IllegalArgumentException(step.toString());
			}
		}

		private void hold(Step step) {
			List<String> seats = SEATS.subList(step.detail() % 3,
					Math.min(4, step.detail() % 3 + 1 + step.which() % 3));
			Booking booking = BookingFixture.hold("user-" + step.which(), List.of(step.which() + 1), this.now,
					seats.toArray(String[]::new));
			if (booking.progress().claims().stream().noneMatch(claims()::contains)) {
				keep(booking);
			}
		}

		/** The money moves once for a key, and only for an attempt that is open. */
		private void provide(Booking booking, Charge.Status status) {
			if (booking.payment().isOpen()) {
				this.provider.putIfAbsent(booking.paymentKey(), BookingFixture.charge(booking, status));
			}
		}

		private void ask(Booking booking, boolean byQuery) {
			Charge charge = this.provider.get(booking.paymentKey());
			if (charge == null) {
				if (byQuery) {
					change(booking, (current) -> current.stillOpen(false, this.now));
				}
			}
			else if (charge.status() == Charge.Status.DECLINED) {
				change(booking, (current) -> current.declined(charge, this.now));
			}
			else {
				try {
					change(booking, (current) -> current.paid(charge, this.now));
				}
				catch (DuplicateKeyException ex) {
					change(booking, (current) -> current.refundInstead(charge, this.now));
				}
			}
		}

		private void sweep() {
			for (Booking booking : List.copyOf(this.store.values())) {
				if (booking.isDue(this.now)) {
					switch (booking.status()) {
						case HELD -> change(booking, (current) -> current.expire(this.now));
						case PAYING, EXPIRED, CANCELLED -> ask(booking, true);
						case REFUND_PENDING -> {
							refundAtProvider(booking);
							change(booking, (current) -> current.refunded("re_1", this.now));
						}
						default -> throw new AssertionError(booking + " is due");
					}
				}
			}
		}

		/** The provider gives back once for a key, whoever asks and how often. */
		private void refundAtProvider(Booking booking) {
			if (booking.status() == BookingStatus.REFUND_PENDING) {
				Money before = this.givenBack.putIfAbsent(booking.refundKey(), booking.refundUnderWay().amount());
				assertThat(before).as("a key stands for one amount").isIn(null, booking.refundUnderWay().amount());
			}
		}

		private Cancellation cancellation(Cancellation.Reason reason) {
			return new Cancellation(reason, "somebody", null, this.now);
		}

		private void change(Booking booking, Function<Booking, Change> step) {
			Booking current = this.store.get(booking.id());
			commit(current, () -> step.apply(current));
		}

		private void commit(Booking snapshot, java.util.function.Supplier<Change> step) {
			Change change;
			try {
				change = step.get();
			}
			catch (IllegalTransitionException ex) {
				return;
			}
			Booking current = this.store.get(snapshot.id());
			if (!change.isNone() && current.version() == change.before().version()) {
				List<String> claims = change.after().progress().claims();
				Set<String> others = claims();
				if (current.progress().claims() != null) {
					others.removeAll(current.progress().claims());
				}
				if (claims != null && claims.stream().anyMatch(others::contains)) {
					throw new DuplicateKeyException("claims");
				}
				keep(change.after());
			}
		}

		private void keep(Booking booking) {
			this.store.put(booking.id(), booking);
			this.history.computeIfAbsent(booking.id(), (id) -> new ArrayList<>()).add(booking);
		}

		private Set<String> claims() {
			Set<String> claims = new HashSet<>();
			this.store.values()
				.stream()
				.flatMap((booking) -> Stream.ofNullable(booking.progress().claims()))
				.forEach(claims::addAll);
			return claims;
		}

		void check() {
			Set<String> sold = new HashSet<>();
			for (Booking booking : this.store.values()) {
				Progress progress = booking.progress();
				boolean claiming = booking.status().claimsSeats();
				assertThat(progress.claims() != null).as("claims of %s", booking).isEqualTo(claiming);
				assertThat(progress.occupies() != null).as("place in the seat map of %s", booking).isEqualTo(claiming);
				if (claiming) {
					assertThat(booking.seatNames()).as("seats sold once").allMatch(sold::add);
				}
				boolean waiting = switch (booking.status()) {
					case HELD, PAYING, REFUND_PENDING -> true;
					case EXPIRED, CANCELLED -> booking.payment().isOpen();
					default -> false;
				};
				assertThat(progress.due() != null).as("somebody looks after %s", booking).isEqualTo(waiting);
				checkLedger(booking);
			}
			this.history.values()
				.forEach((versions) -> assertThat(versions).extracting(Booking::version)
					.isSorted()
					.doesNotHaveDuplicates());
		}

		private static void checkLedger(Booking booking) {
			Money none = Money.zero("INR");
			Money balance = booking.balance();
			assertThat(balance.isNegative()).as("more went back than came: %s", booking).isFalse();
			switch (booking.status()) {
				case CONFIRMED -> assertThat(balance).as("ledger of %s", booking).isEqualTo(booking.price().total());
				case REFUND_PENDING ->
					assertThat(balance.minus(booking.refundUnderWay().amount()).isNegative()).isFalse();
				case CANCELLED, REFUNDED, REVIEW -> {
				}
				default -> assertThat(balance).as("ledger of %s", booking).isEqualTo(none);
			}
			if (booking.admission() != null) {
				assertThat(booking.progress().confirmedAt()).as("only who paid is let in: %s", booking).isNotNull();
			}
		}

		void settleEverything() {
			for (int i = 0; i < 10; i++) {
				this.now = this.now.plus(Duration.ofMinutes(10));
				sweep();
			}
		}

		/** Every charge is a confirmed booking or was refunded. */
		void checkThatAllMoneyIsAccountedFor() {
			for (Booking booking : this.store.values()) {
				long taken = this.provider.values()
					.stream()
					.filter((charge) -> charge.reference().equals(booking.id().paymentId()))
					.filter((charge) -> charge.status() == Charge.Status.SUCCEEDED)
					.count();
				assertThat(taken).as("charges of %s", booking).isLessThanOrEqualTo(1);
				Money back = this.givenBack.entrySet()
					.stream()
					.filter((refund) -> refund.getKey().startsWith(booking.id().paymentId()))
					.map(Map.Entry::getValue)
					.reduce(Money.zero("INR"), Money::plus);
				Money came = (taken == 1) ? booking.price().total() : Money.zero("INR");
				assertThat(came.minus(back)).as("what is left of %s", booking).isEqualTo(booking.balance());
				assertThat(booking.status()).as("%s of %d charges", booking, taken)
					.isIn((taken == 1)
							? List.of(BookingStatus.CONFIRMED, BookingStatus.REFUNDED, BookingStatus.CANCELLED)
							: List.of(BookingStatus.EXPIRED, BookingStatus.FAILED, BookingStatus.CANCELLED));
				assertThat(booking.status() == BookingStatus.CANCELLED && booking.cancellation() == null && taken == 1)
					.as("money kept without a reason: %s", booking)
					.isFalse();
			}
		}

	}

}
