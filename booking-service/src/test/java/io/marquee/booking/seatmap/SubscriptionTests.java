package io.marquee.booking.seatmap;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import io.marquee.booking.booking.SeatMaps.SeatMap;
import io.marquee.booking.booking.SeatMaps.State;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class SubscriptionTests {

	private static final Duration SHORT = Duration.ofMillis(20);

	private static final Duration LONG = Duration.ofMinutes(1);

	private final AtomicInteger readings = new AtomicInteger();

	private volatile List<State> states = List.of(State.AVAILABLE, State.AVAILABLE, State.AVAILABLE);

	private volatile boolean onSale = true;

	private volatile boolean down;

	private WatchedShow show;

	@BeforeEach
	void watch() {
		watch(SHORT, LONG);
	}

	private void watch(Duration burst, Duration refresh) {
		end();
		this.readings.set(0);
		this.show = new WatchedShow(this::read, new SeatMapSettings(10, burst, refresh, LONG));
		this.show.readFirst();
		Thread.ofVirtual().start(this.show::keepReading);
	}

	@AfterEach
	void end() {
		if (this.show != null) {
			this.show.end();
		}
	}

	@Test
	void beginsWithEverythingAndGoesOnWithChanges() throws Exception {
		Subscription subscription = subscribe(null);
		assertThat(subscription.next()).isInstanceOfSatisfying(Message.Snapshot.class,
				(snapshot) -> assertThat(snapshot.map().seats()).hasSize(3));
		becomes(State.HELD, State.AVAILABLE, State.AVAILABLE);
		assertThat(changes(subscription)).containsExactly(new Message.Change("A1", State.HELD));
		becomes(State.AVAILABLE, State.BOOKED, State.AVAILABLE);
		assertThat(changes(subscription)).containsExactly(new Message.Change("A1", State.AVAILABLE),
				new Message.Change("A2", State.BOOKED));
	}

	@Test
	void slowReaderGetsTheDifferenceOfAllThatItMissed() throws Exception {
		Subscription slow = subscribe(null);
		Subscription fast = subscribe(null);
		slow.next();
		fast.next();
		for (State state : List.of(State.HELD, State.AVAILABLE, State.HELD, State.BOOKED)) {
			becomes(state, State.AVAILABLE, State.AVAILABLE);
			assertThat(changes(fast)).containsExactly(new Message.Change("A1", state));
		}
		assertThat(changes(slow)).containsExactly(new Message.Change("A1", State.BOOKED));
	}

	@Test
	void whoComesBackGetsWhatItMissedAndNothingElse() throws Exception {
		String id = SeatStates.of(map()).id();
		becomes(State.HELD, State.AVAILABLE, State.AVAILABLE);
		watch();
		assertThat(changes(subscribe(id))).containsExactly(new Message.Change("A1", State.HELD));
		Subscription upToDate = new Subscription(this.show, SeatStates.of(map()), SHORT, () -> {
		});
		assertThat(upToDate.next()).isEqualTo(new Message.Heartbeat());
	}

	@Test
	void anIdThatSaysNothingGetsEverything() throws Exception {
		assertThat(subscribe("17").next()).isInstanceOf(Message.Snapshot.class);
		assertThat(subscribe("AAAAAAAAAAAA.AA").next()).isInstanceOf(Message.Snapshot.class);
	}

	@Test
	void burstIsReadOnceForAll() throws Exception {
		watch(Duration.ofMillis(300), LONG);
		List<Subscription> subscriptions = List.of(subscribe(null), subscribe(null), subscribe(null));
		for (Subscription subscription : subscriptions) {
			subscription.next();
		}
		becomes(State.HELD, State.AVAILABLE, State.AVAILABLE);
		for (Subscription subscription : subscriptions) {
			subscription.next();
		}
		for (int i = 0; i < 1000; i++) {
			this.show.signal();
		}
		becomes(State.HELD, State.HELD, State.AVAILABLE);
		for (Subscription subscription : subscriptions) {
			assertThat(changes(subscription)).containsExactly(new Message.Change("A2", State.HELD));
		}
		assertThat(this.readings).as("first, and twice for 1002 signals").hasValue(3);
	}

	@Test
	void isTrueAgainWithoutAnySignal() throws Exception {
		watch(SHORT, SHORT);
		Subscription subscription = subscribe(null);
		subscription.next();
		this.states = List.of(State.HELD, State.AVAILABLE, State.AVAILABLE);
		assertThat(changes(subscription)).containsExactly(new Message.Change("A1", State.HELD));
	}

	@Test
	void outlivesAStoreThatDoesNotAnswer() throws Exception {
		watch(SHORT, SHORT);
		Subscription subscription = subscribe(null);
		subscription.next();
		this.down = true;
		int before = this.readings.get();
		await().until(() -> this.readings.get() > before + 2);
		this.down = false;
		becomes(State.BOOKED, State.AVAILABLE, State.AVAILABLE);
		assertThat(changes(subscription)).containsExactly(new Message.Change("A1", State.BOOKED));
	}

	@Test
	void showThatIsNoLongerOnSaleIsClosed() throws Exception {
		Subscription subscription = subscribe(null);
		subscription.next();
		this.onSale = false;
		becomes(State.HELD, State.AVAILABLE, State.AVAILABLE);
		await().untilAsserted(() -> assertThat(this.readings).hasValue(2));
		assertThat(changes(subscription)).hasSize(1);
		assertThat(subscription.next()).isEqualTo(new Message.Closed("show-1"));
	}

	@Test
	void endLetsEverybodyGo() throws Exception {
		Subscription subscription = subscribe(null);
		subscription.next();
		Thread.ofVirtual().start(this.show::end);
		assertThat(subscription.next()).isEqualTo(new Message.End());
	}

	private Subscription subscribe(String id) {
		return new Subscription(this.show, (id != null) ? SeatStates.parse(id).orElse(null) : null, LONG, () -> {
		});
	}

	private void becomes(State... states) {
		this.states = List.of(states);
		this.show.signal();
	}

	private static List<Message.Change> changes(Subscription subscription) throws InterruptedException {
		return ((Message.Changes) subscription.next()).seats();
	}

	private SeatMap map() {
		return SeatStatesTests.map("show-1", "250.00", this.states);
	}

	private SeatsNow read() {
		this.readings.incrementAndGet();
		if (this.down) {
			throw new IllegalStateException("down");
		}
		SeatMap map = map();
		return new SeatsNow(map, SeatStates.of(map), this.onSale);
	}

}
