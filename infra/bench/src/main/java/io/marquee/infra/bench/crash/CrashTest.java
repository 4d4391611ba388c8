package io.marquee.infra.bench.crash;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.stream.IntStream;

import io.marquee.infra.bench.client.History;
import io.marquee.infra.bench.stack.BookingProcess;
import io.marquee.infra.bench.stack.Outage;
import io.marquee.infra.bench.stack.Programme;
import io.marquee.infra.bench.stack.Programme.OpenShow;
import io.marquee.infra.bench.stack.Stack;
import io.marquee.infra.bench.stack.StackPlan;
import io.marquee.infra.bench.verify.Findings;
import io.marquee.infra.bench.verify.Verifier;
import io.marquee.infra.local.Addresses;
import io.marquee.infra.local.Home;
import io.marquee.infra.local.suite.Progress;

/**
 * Kills booking-service just before and just after each write of holding, confirming and
 * cancelling, lets the client ask again, and verifies that all came out as if nothing had
 * happened. Several processes die side by side, each with a database of its own.
 */
public final class CrashTest {

	private static final int PROXY_PORT = 8_130;

	private static final int SEATS = 200;

	private final int portOffset;

	private final int victims;

	private final Set<CrashPoint.Moment> moments;

	private final Home home;

	private final Consumer<String> progress;

	/**
	 * A crash test.
	 * @param portOffset what is added to every usual port
	 * @param victims how many processes die side by side
	 * @param moments whether they die before writes, after writes or both
	 * @param home where the files go
	 * @param progress is told how it goes on
	 */
	public CrashTest(int portOffset, int victims, Set<CrashPoint.Moment> moments, Home home,
			Consumer<String> progress) {
		this.portOffset = portOffset;
		this.victims = victims;
		this.moments = moments;
		this.home = home;
		this.progress = progress;
	}

	/**
	 * Runs it.
	 * @param starting is told how the processes start
	 * @return the deaths, and what the verifier found
	 * @throws InterruptedException when interrupted
	 */
	public Outcome run(Progress starting) throws InterruptedException {
		List<BookingProcess> processes = IntStream.range(0, this.victims).mapToObj(this::process).toList();
		List<WriteProxy> proxies = IntStream.range(0, this.victims)
			.mapToObj((i) -> new WriteProxy(proxyPort(i), Addresses.MONGODB_PORT + this.portOffset))
			.toList();
		try (Stack stack = Stack.start(StackPlan.of(this.portOffset, processes).startingQuickly(), this.home,
				starting)) {
			List<OpenShow> shows = new Programme(stack).schedule(this.victims, SEATS, Duration.ofDays(3));
			History history = new History();
			List<Victim> all = IntStream.range(0, this.victims)
				.mapToObj((i) -> new Victim(stack, processes.get(i), proxies.get(i), shows.get(i), history))
				.toList();
			die(all);
			List<Outage> outages = all.stream().flatMap((victim) -> victim.outages().stream()).toList();
			List<String> databases = IntStream.range(0, this.victims).mapToObj(CrashTest::database).toList();
			Findings findings = new Verifier(stack.mongoUri(), databases, stack.paymentJournal(), stack.kafka())
				.verify(history, outages);
			return new Outcome(all.stream().flatMap((victim) -> victim.deaths().stream()).toList(), findings);
		}
		finally {
			proxies.forEach(WriteProxy::close);
		}
	}

	private void die(List<Victim> all) throws InterruptedException {
		Series series = new Series(this.moments);
		try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
			List<Future<?>> running = new ArrayList<>();
			for (Victim victim : all) {
				running.add(threads.submit(() -> {
					for (Optional<CrashPoint> point = series.next(); point.isPresent(); point = series.next()) {
						if (victim.die(point.get())) {
							this.progress.accept(victim.deaths().getLast().toString());
						}
						else {
							series.passed(point.get());
						}
					}
					return null;
				}));
			}
			for (Future<?> one : running) {
				one.get();
			}
		}
		catch (ExecutionException ex) {
			throw new IllegalStateException("A client was not served after a crash", ex.getCause());
		}
	}

	private BookingProcess process(int number) {
		BookingProcess process = (number == 0) ? BookingProcess.first() : BookingProcess.replica(number + 1);
		// Short, so that what a dead request began is soon taken over.
		return process.with("spring.mongodb.uri", "mongodb://localhost:" + proxyPort(number))
			.with("spring.mongodb.database", database(number))
			.with("marquee.booking.answer-time", "2s")
			.with("marquee.payments.simulated.answer-time", "1500ms")
			.with("marquee.idempotency.lease", "3s")
			.flagged("-XX:TieredStopAtLevel=1");
	}

	private int proxyPort(int number) {
		return PROXY_PORT + this.portOffset + number;
	}

	private static String database(int number) {
		return "bookings-" + number;
	}

	/**
	 * One death.
	 *
	 * @param point where
	 * @param writes the writes up to it, of which the last was the fatal one
	 */
	public record Death(String point, List<String> writes) {

		@Override
		public String toString() {
			return this.point + ": " + this.writes.getLast();
		}

	}

	/**
	 * What came of it.
	 *
	 * @param deaths all deaths
	 * @param findings what the verifier found
	 */
	public record Outcome(List<Death> deaths, Findings findings) {

	}

}
