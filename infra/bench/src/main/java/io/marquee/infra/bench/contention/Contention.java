package io.marquee.infra.bench.contention;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

import io.marquee.infra.bench.client.Customer;
import io.marquee.infra.bench.client.History;
import io.marquee.infra.bench.client.Lines;
import io.marquee.infra.bench.stack.BookingProcess;
import io.marquee.infra.bench.stack.Outage;
import io.marquee.infra.bench.stack.Programme;
import io.marquee.infra.bench.stack.Programme.OpenShow;
import io.marquee.infra.bench.stack.Stack;
import io.marquee.infra.bench.stack.StackPlan;

/**
 * Lets buyers loose on two processes of booking-service and kills one of them now and
 * then. Whether all went well is for the verifier to say, afterwards.
 */
public final class Contention {

	private static final Duration HOLD = Duration.ofSeconds(4);

	private static final int WARM_UP = 25;

	private final Stack stack;

	private final Size size;

	private final Random random;

	private final Consumer<String> progress;

	private final History history = new History();

	/**
	 * A contention test.
	 * @param stack the processes, see {@link #plan}
	 * @param size how large it is
	 * @param seed the same for the same wishes of the same buyers
	 * @param progress is told how it goes on
	 */
	public Contention(Stack stack, Size size, long seed, Consumer<String> progress) {
		this.stack = stack;
		this.size = size;
		this.random = new Random(seed);
		this.progress = progress;
	}

	/**
	 * The processes it needs: short holds, so that many run out.
	 * @param portOffset what is added to every usual port
	 * @param flags options of the JVMs of booking-service
	 * @return the plan
	 */
	public static StackPlan plan(int portOffset, String... flags) {
		List<BookingProcess> bookings = List.of(hasty(BookingProcess.first()).flagged(flags),
				hasty(BookingProcess.replica(2)).flagged(flags));
		return StackPlan.of(portOffset, bookings)
			.withPayments(Map.of("MARQUEE_PAYMENTS_SLOW", "PT0.7S", "MARQUEE_PAYMENTS_LATE", "PT6S"))
			.startingQuickly();
	}

	private static BookingProcess hasty(BookingProcess process) {
		return process.with("marquee.booking.hold-time", HOLD.toSeconds() + "s")
			.with("marquee.booking.answer-time", "2s")
			.with("marquee.payments.simulated.answer-time", "1500ms")
			// A crowded machine is no provider that is away.
			.with("marquee.payments.simulated.connect-time", "5s")
			.with("marquee.idempotency.lease", "3s");
	}

	/**
	 * Runs it.
	 * @return what the clients saw, and what was killed when
	 * @throws InterruptedException when interrupted
	 */
	public Outcome run() throws InterruptedException {
		List<OpenShow> shows = new ArrayList<>();
		// A cancellation gives all back, half, or nothing.
		for (int i = 0; i < this.size.shows(); i++) {
			shows.addAll(new Programme(this.stack).schedule(1, this.size.seats(),
					Duration.ofHours(new int[] { 72, 12, 1 }[i % 3])));
		}
		Saboteur saboteur = new Saboteur(this.stack, this.size, this.progress);
		AtomicInteger next = new AtomicInteger();
		long start = System.nanoTime();
		try (Lines lines = new Lines(this.stack, this.stack.bookings());
				ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
			warmUp(shows, lines, next);
			List<Future<?>> all = new ArrayList<>();
			for (int i = 0; i < this.size.atOnce(); i++) {
				long seed = this.random.nextLong();
				all.add(threads.submit(() -> buy(shows, lines, next, saboteur, new Random(seed))));
			}
			for (Future<?> one : all) {
				join(one);
			}
		}
		return new Outcome(this.history, saboteur.outages(), next.get(), Duration.ofNanos(System.nanoTime() - start));
	}

	/**
	 * A crowd at processes that have never been asked would only show how slowly they
	 * begin.
	 */
	private void warmUp(List<OpenShow> shows, Lines lines, AtomicInteger next) throws InterruptedException {
		for (int i = next.getAndIncrement(); i < WARM_UP; i = next.getAndIncrement()) {
			buyer(i, lines, this.random).buy(shows.getFirst());
		}
	}

	private Buyer buyer(int number, Lines lines, Random own) {
		String id = "buyer-" + number;
		return new Buyer(new Customer(id, this.stack.mint().user(id), lines, this.history, own), own);
	}

	private Void buy(List<OpenShow> shows, Lines lines, AtomicInteger next, Saboteur saboteur, Random own)
			throws InterruptedException {
		for (int i = next.getAndIncrement(); isWanted(i, saboteur); i = next.getAndIncrement()) {
			saboteur.at(i);
			if (i % Math.max(1, this.size.buyers() / 10) == 0) {
				this.progress.accept(i + " buyers, " + this.history.size() + " requests");
			}
			OpenShow show = shows.get((int) Math.min((long) i * shows.size() / this.size.buyers(), shows.size() - 1));
			buyer(i, lines, own).buy(show);
		}
		return null;
	}

	/** More come than were wanted, until all that was killed is back and in use. */
	private boolean isWanted(int buyer, Saboteur saboteur) {
		return buyer < this.size.buyers() || (saboteur.isBusy() && buyer < 4 * this.size.buyers());
	}

	private static void join(Future<?> one) throws InterruptedException {
		try {
			one.get();
		}
		catch (ExecutionException ex) {
			throw new IllegalStateException("A buyer broke down", ex.getCause());
		}
	}

	/**
	 * What happened.
	 *
	 * @param history what the clients saw
	 * @param outages what was killed when
	 * @param buyers how many came
	 * @param time how long it took
	 */
	public record Outcome(History history, List<Outage> outages, int buyers, Duration time) {

	}

}
