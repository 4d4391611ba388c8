package io.marquee.infra.bench.contention;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.NavigableMap;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;

import io.marquee.infra.bench.client.Customer;
import io.marquee.infra.bench.http.Answer;
import io.marquee.infra.bench.stack.Programme.OpenShow;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who wants seats and behaves as people and their apps do: changes their mind,
 * pays with cards of all sorts, asks twice, goes away.
 */
final class Buyer {

	private static final int MOST_SEATS = 4;

	/** Which card how often, in percent. */
	private static final NavigableMap<Integer, String> CARDS = cards();

	private final Customer customer;

	private final Random random;

	Buyer(Customer customer, Random random) {
		this.customer = customer;
		this.random = random;
	}

	private static NavigableMap<Integer, String> cards() {
		NavigableMap<Integer, String> cards = new TreeMap<>();
		cards.put(0, "tok_visa");
		cards.put(66, "tok_declined");
		cards.put(80, "tok_answer_lost");
		cards.put(86, "tok_webhook_twice");
		cards.put(90, "tok_webhook_first");
		cards.put(94, "tok_slow");
		cards.put(97, "tok_webhook_late");
		return cards;
	}

	void buy(OpenShow show) throws InterruptedException {
		int tries = 1 + this.random.nextInt(3);
		for (int i = 0; i < tries; i++) {
			List<String> seats = someOf(show.seats());
			String key = key();
			Answer held = insistIfKeyed(key, () -> this.customer.hold(key, show.id(), seats));
			if (key != null && chance(20)) {
				this.customer.hold(key, show.id(), seats);
			}
			if (held.status() == 201) {
				decide(held.data("bookingId"));
				return;
			}
		}
	}

	private void decide(String booking) throws InterruptedException {
		if (chance(10)) {
			return;
		}
		if (chance(10)) {
			this.customer.insist(() -> this.customer.giveBack(booking));
			return;
		}
		Answer paid = pay(booking, CARDS.floorEntry(this.random.nextInt(100)).getValue());
		if (paid.status() == 402 && chance(60)) {
			paid = pay(booking, "tok_visa");
		}
		if (paid.status() == 200 && chance(30)) {
			this.customer.insist(() -> this.customer.cancel(booking));
		}
	}

	private Answer pay(String booking, String card) throws InterruptedException {
		String key = key();
		Thread impatience = chance(10) ? Thread.startVirtualThread(() -> this.customer.confirm(key, booking, card))
				: null;
		Answer paid = insistIfKeyed(key, () -> this.customer.confirm(key, booking, card));
		if (impatience != null) {
			impatience.join();
		}
		if (chance(10)) {
			this.customer.confirm(key, booking, card);
		}
		return paid;
	}

	private Answer insistIfKeyed(@Nullable String key, Supplier<Answer> request) throws InterruptedException {
		return (key != null) ? this.customer.insist(request) : request.get();
	}

	private @Nullable String key() {
		return chance(90) ? UUID.randomUUID().toString() : null;
	}

	/** Neighbours more often than not, as people like to sit. */
	private List<String> someOf(List<String> seats) {
		int count = 1 + this.random.nextInt(MOST_SEATS);
		if (chance(60)) {
			int first = this.random.nextInt(seats.size() - count + 1);
			return seats.subList(first, first + count);
		}
		List<String> shuffled = new ArrayList<>(seats);
		Collections.shuffle(shuffled, this.random);
		return List.copyOf(shuffled.subList(0, count));
	}

	private boolean chance(int percent) {
		return this.random.nextInt(100) < percent;
	}

}
