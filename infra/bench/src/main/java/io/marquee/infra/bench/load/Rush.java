package io.marquee.infra.bench.load;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.IntStream;

import io.marquee.infra.bench.client.Customer;
import io.marquee.infra.bench.client.History;
import io.marquee.infra.bench.client.Lines;
import io.marquee.infra.bench.client.Step;
import io.marquee.infra.bench.http.Answer;
import io.marquee.infra.bench.stack.Programme;
import io.marquee.infra.bench.stack.Programme.OpenShow;
import io.marquee.infra.bench.stack.Stack;
import io.marquee.infra.bench.verify.Findings;
import io.marquee.infra.bench.verify.Verifier;
import org.HdrHistogram.Histogram;

/**
 * A popular show goes on sale: far more buyers than seats, and how soon the losers know.
 */
public final class Rush {

	private static final int AT_ONCE = 64;

	private static final int MOST_SEATS = 4;

	private static final int WARM_UP_SEATS = 50;

	private final Stack stack;

	private final Report report;

	private final Consumer<String> progress;

	/**
	 * A rush.
	 * @param stack the processes, as for {@link Throughput} and warmed up by it
	 * @param report takes the figures
	 * @param progress is told how it goes on
	 */
	public Rush(Stack stack, Report report, Consumer<String> progress) {
		this.stack = stack;
		this.report = report;
		this.progress = progress;
	}

	/**
	 * Measures and verifies.
	 * @param buyers how many buyers
	 * @param seats how many seats
	 * @return whether every answer was true
	 * @throws InterruptedException when interrupted
	 */
	public boolean run(int buyers, int seats) throws InterruptedException {
		OpenShow show = new Programme(this.stack).schedule(1, seats, Duration.ofDays(4)).getFirst();
		this.progress.accept("making tokens for " + buyers + " buyers");
		List<String> tokens = IntStream.range(0, buyers)
			.parallel()
			.mapToObj((i) -> this.stack.mint().user("rush-" + i))
			.toList();
		// Refusing is another path than booking, and is to be as warm when it is
		// measured.
		this.progress.accept("warm-up with " + buyers + " buyers for another show");
		buy(new Programme(this.stack).schedule(1, WARM_UP_SEATS, Duration.ofDays(4)).getFirst(), tokens, new History());
		History history = new History();
		this.progress.accept(buyers + " buyers for " + seats + " seats");
		long start = System.nanoTime();
		buy(show, tokens, history);
		double seconds = (System.nanoTime() - start) / 1e9;
		Histogram losers = new Histogram(3);
		history.steps()
			.stream()
			.filter((step) -> step.kind() == Step.Kind.HOLD && step.answer().status() == 409)
			.forEach((step) -> losers
				.recordValue(Math.max(1, Duration.between(step.sentAt(), step.answeredAt()).toNanos())));
		Findings findings = Verifier.of(this.stack).ofShow(show.id()).verify(history, List.of());
		this.progress.accept(findings.toString());
		this.report.add("%,d buyers for %d seats of one show".formatted(buyers, seats),
				"0 double sales, losers get 409 in < 200 ms p99, goal 50 ms",
				"%s; %,d losers got 409 in %.0f ms p99 (%.0f ms p50), %d at once, all in %.1f s".formatted(
						findings.isClean() ? "0 double sales, every answer true" : "BROKEN: " + findings.broken(),
						losers.getTotalCount(), losers.getValueAtPercentile(99) / 1e6,
						losers.getValueAtPercentile(50) / 1e6, AT_ONCE, seconds));
		return findings.isClean();
	}

	private void buy(OpenShow show, List<String> tokens, History history) throws InterruptedException {
		AtomicInteger next = new AtomicInteger();
		try (Lines lines = new Lines("gateway", this.stack.gatewayPort());
				ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
			List<Future<?>> all = new ArrayList<>();
			for (int thread = 0; thread < AT_ONCE; thread++) {
				Random random = new Random();
				all.add(threads.submit(() -> {
					for (int i = next.getAndIncrement(); i < tokens.size(); i = next.getAndIncrement()) {
						buy(show, new Customer("rush-" + i, tokens.get(i), lines, history, random), random);
					}
				}));
			}
			for (Future<?> one : all) {
				one.get();
			}
		}
		catch (ExecutionException ex) {
			throw new IllegalStateException(ex.getCause());
		}
	}

	private static void buy(OpenShow show, Customer customer, Random random) {
		int count = 1 + random.nextInt(MOST_SEATS);
		int first = random.nextInt(show.seats().size() - count + 1);
		Answer held = customer.hold(null, show.id(), show.seats().subList(first, first + count));
		if (held.status() == 201) {
			customer.confirm(null, held.data("bookingId"), "tok_visa");
		}
	}

}
