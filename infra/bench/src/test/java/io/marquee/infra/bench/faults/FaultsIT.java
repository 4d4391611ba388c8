package io.marquee.infra.bench.faults;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import io.marquee.infra.bench.client.Customer;
import io.marquee.infra.bench.client.History;
import io.marquee.infra.bench.client.Lines;
import io.marquee.infra.bench.http.Answer;
import io.marquee.infra.bench.stack.BookingProcess;
import io.marquee.infra.bench.stack.Programme;
import io.marquee.infra.bench.stack.Stack;
import io.marquee.infra.bench.stack.StackPlan;
import io.marquee.infra.bench.verify.Findings;
import io.marquee.infra.bench.verify.Verifier;
import io.marquee.infra.local.Home;
import io.marquee.infra.local.component.KafkaBroker;
import io.marquee.infra.local.component.MongoStore;
import io.marquee.infra.local.component.PaymentProvider;
import io.marquee.infra.local.component.StoreKind;
import io.marquee.infra.local.suite.Progress;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Kills, one after the other, everything booking-service needs, and asks it meanwhile.
 * What it promised in the middle of that is verified in the end of each.
 */
class FaultsIT {

	private static final int PORT_OFFSET = 6_300;

	private static final int AT_ONCE = 300;

	private static final AtomicInteger users = new AtomicInteger();

	/** Of requests that are to succeed; a refusal there is a finding. */
	private static final History promises = new History();

	private static Stack stack;

	private static Lines lines;

	private static Programme.OpenShow show;

	private static Programme.OpenShow unseenShow;

	private static final AtomicInteger seats = new AtomicInteger();

	@BeforeAll
	static void start() throws InterruptedException {
		StackPlan plan = new StackPlan(PORT_OFFSET, StoreKind.DISK, "512m",
				List.of(BookingProcess.first().flagged("-XX:TieredStopAtLevel=1")), false, Map.of(), false,
				StackPlan.Catalog.EMPTY);
		stack = Stack.start(plan, Home.inThisRepository(Path.of("target/faults")), Progress.NONE);
		lines = new Lines(stack, stack.bookings());
		List<Programme.OpenShow> shows = new Programme(stack).schedule(2, 500, Duration.ofHours(48));
		show = shows.getFirst();
		unseenShow = shows.getLast();
		book();
	}

	@AfterAll
	static void stop() {
		if (stack != null) {
			lines.close();
			stack.close();
		}
	}

	@Test
	void withoutKafkaBookingsGoOnAndTheirEventsLeaveInOrderLater() throws InterruptedException {
		stack.kill(KafkaBroker.NAME);
		List<String> bookings = IntStream.range(0, 20).mapToObj((i) -> book()).toList();
		assertThat(bookings).allSatisfy((booking) -> assertThat(booking).startsWith("bk_"));
		stack.restart(KafkaBroker.NAME);
		assertThatAllPromisesAreKept();
	}

	@Test
	void withoutThePaymentProviderNothingIsChargedAndTheHoldStays() throws InterruptedException {
		String id = "faulty-" + users.incrementAndGet();
		Customer customer = customer(id, promises);
		String booking = held(customer, show);
		stack.kill(PaymentProvider.NAME);
		Answer refused = customer(id, new History()).confirm(null, booking, "tok_visa");
		assertThat(refused.status()).isEqualTo(503);
		assertThat(refused.code()).isEqualTo("PAYMENT_PROVIDER_UNAVAILABLE");
		assertThat(customer.status(booking).data("status")).isEqualTo("HELD");
		assertThat(seatMap(show).status()).isEqualTo(200);
		stack.restart(PaymentProvider.NAME);
		Awaitility.await()
			.atMost(Duration.ofSeconds(60))
			.until(() -> customer(id, new History()).confirm(null, booking, "tok_visa").status() == 200);
		assertThat(customer.confirm(null, booking, "tok_visa").data("status")).isEqualTo("CONFIRMED");
		assertThatAllPromisesAreKept();
	}

	@Test
	void withoutTheCatalogueKnownShowsAreSoldAndOthersAreNot() throws InterruptedException {
		stack.kill("catalog-service");
		assertThat(book()).startsWith("bk_");
		Answer refused = customer(new History()).hold(null, unseenShow.id(), List.of("A1"));
		assertThat(refused.status()).isEqualTo(503);
		assertThat(refused.code()).isEqualTo("CATALOG_SERVICE_UNAVAILABLE");
		stack.restart("catalog-service");
		Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> seatMap(unseenShow).status() == 200);
		assertThat(book(unseenShow)).startsWith("bk_");
		assertThatAllPromisesAreKept();
	}

	@Test
	void withoutTheDatabaseAllRequestsAreRefusedAndAfterwardsEverythingIsThere() throws Exception {
		List<String> acknowledged = IntStream.range(0, 20).mapToObj((i) -> book()).toList();
		stack.kill(MongoStore.NAME);
		for (Answer answer : atOnce()) {
			assertThat(answer.status()).isEqualTo(503);
			assertThat(answer.code()).isEqualTo("DATABASE_UNAVAILABLE");
		}
		stack.restart(MongoStore.NAME);
		Awaitility.await()
			.atMost(Duration.ofSeconds(60))
			.untilAsserted(() -> assertThat(seatMap(show).status()).isEqualTo(200));
		assertThat(book()).as("without a restart of the service").startsWith("bk_");
		assertThat(acknowledged).isNotEmpty();
		assertThatAllPromisesAreKept();
	}

	private static List<Answer> atOnce() throws Exception {
		List<Answer> answers = new ArrayList<>();
		try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
			List<Future<Answer>> all = new ArrayList<>();
			for (int i = 0; i < AT_ONCE; i++) {
				all.add(threads
					.submit(() -> customer(new History()).hold(null, show.id(), List.of(show.seats().getLast()))));
			}
			for (Future<Answer> one : all) {
				answers.add(one.get());
			}
		}
		return answers;
	}

	private static void assertThatAllPromisesAreKept() throws InterruptedException {
		Findings findings = Verifier.of(stack).verify(promises, List.of());
		assertThat(findings.isClean()).as(findings.toString()).isTrue();
	}

	private static String book() {
		return book(show);
	}

	private static String book(Programme.OpenShow wanted) {
		Customer customer = customer(promises);
		String booking = held(customer, wanted);
		assertThat(customer.confirm(null, booking, "tok_visa").status()).isEqualTo(200);
		return booking;
	}

	private static String held(Customer customer, Programme.OpenShow wanted) {
		Answer held = customer.hold(null, wanted.id(), List.of(wanted.seats().get(seats.getAndIncrement())));
		assertThat(held.status()).as(held.body()).isEqualTo(201);
		return held.data("bookingId");
	}

	private static Answer seatMap(Programme.OpenShow wanted) {
		return customer(new History()).seatMap(wanted.id());
	}

	private static Customer customer(History history) {
		return customer("faulty-" + users.incrementAndGet(), history);
	}

	private static Customer customer(String id, History history) {
		return new Customer(id, stack.mint().user(id), lines, history, new Random());
	}

}
