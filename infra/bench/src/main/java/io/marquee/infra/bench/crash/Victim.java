package io.marquee.infra.bench.crash;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

import io.marquee.infra.bench.client.Customer;
import io.marquee.infra.bench.client.History;
import io.marquee.infra.bench.client.Lines;
import io.marquee.infra.bench.http.Answer;
import io.marquee.infra.bench.stack.BookingProcess;
import io.marquee.infra.bench.stack.Outage;
import io.marquee.infra.bench.stack.Programme.OpenShow;
import io.marquee.infra.bench.stack.Stack;
import org.jspecify.annotations.Nullable;

/**
 * A process that is killed again and again, with its own database behind its own proxy.
 */
final class Victim {

	/** What is left of a flow after its last answer: its events leave the outbox. */
	private static final Duration AFTERMATH = Duration.ofSeconds(4);

	private final Stack stack;

	private final BookingProcess process;

	private final WriteProxy proxy;

	private final OpenShow show;

	private final History history;

	private final List<Outage> outages = new ArrayList<>();

	private final List<CrashTest.Death> deaths = new ArrayList<>();

	private int customers;

	Victim(Stack stack, BookingProcess process, WriteProxy proxy, OpenShow show, History history) {
		this.stack = stack;
		this.process = process;
		this.proxy = proxy;
		this.show = show;
		this.history = history;
	}

	List<Outage> outages() {
		return this.outages;
	}

	List<CrashTest.Death> deaths() {
		return this.deaths;
	}

	/**
	 * Lets a customer book or cancel while the trap is set.
	 * @return whether the process died; if not, the flow has fewer writes
	 */
	boolean die(CrashPoint point) throws InterruptedException {
		String id = this.process.name() + "-" + this.customers;
		List<String> seat = List.of(this.show.seats().get(this.customers++));
		try (Lines lines = new Lines(this.stack, List.of(this.process))) {
			Customer customer = new Customer(id, this.stack.mint().user(id), lines, this.history, new Random());
			return switch (point.flow()) {
				case HOLD_AND_CONFIRM -> trapped(point, () -> confirmed(customer, seat));
				case CANCEL -> {
					String booking = confirmed(customer, seat);
					// Its last write, so that what follows is the cancellation's alone.
					trapped(new CrashPoint(point.flow(), point.moment(), Integer.MAX_VALUE), () -> booking);
					yield trapped(point, () -> {
						expect(200, customer.insist(() -> customer.cancel(booking)));
						return booking;
					});
				}
			};
		}
	}

	private String confirmed(Customer customer, List<String> seat) throws InterruptedException {
		String holding = UUID.randomUUID().toString();
		Answer held = customer.insist(() -> customer.hold(holding, this.show.id(), seat));
		expect(201, held);
		String booking = held.data("bookingId");
		String paying = UUID.randomUUID().toString();
		expect(200, customer.insist(() -> customer.confirm(paying, booking, "tok_visa")));
		return booking;
	}

	private static void expect(int status, Answer answer) {
		if (answer.status() != status) {
			throw new IllegalStateException("Not " + status + ": " + answer);
		}
	}

	private boolean trapped(CrashPoint point, Scene scene) throws InterruptedException {
		Revival revival = new Revival();
		Trap trap = new Trap(point, revival::killed);
		this.proxy.set(trap);
		try {
			scene.play();
			boolean died = trap.springsWithin(AFTERMATH);
			if (died) {
				this.outages.add(revival.outage());
				this.deaths.add(new CrashTest.Death(point.toString(), trap.writes()));
			}
			return died;
		}
		finally {
			this.proxy.set(null);
		}
	}

	/** What a client does. */
	@FunctionalInterface
	private interface Scene {

		String play() throws InterruptedException;

	}

	/** Starts the process again as soon as it is dead, while its client asks on. */
	private final class Revival {

		private @Nullable CompletableFuture<Outage> done;

		private void killed() {
			String name = Victim.this.process.name();
			Instant killedAt = Victim.this.stack.kill(name);
			Victim.this.proxy.set(null);
			this.done = CompletableFuture.supplyAsync(() -> {
				try {
					return new Outage(name, killedAt, Victim.this.stack.restart(name));
				}
				catch (InterruptedException ex) {
					Thread.currentThread().interrupt();
					throw new IllegalStateException(ex);
				}
			}, Thread::startVirtualThread);
		}

		private Outage outage() {
			if (this.done == null) {
				throw new IllegalStateException("Nobody died");
			}
			return this.done.join();
		}

	}

}
