package io.marquee.infra.bench.verify;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import io.marquee.infra.bench.client.History;
import io.marquee.infra.bench.stack.Outage;
import io.marquee.infra.bench.stack.Stack;
import org.jspecify.annotations.Nullable;

/** Waits until all is settled, gathers the evidence and holds the rules against it. */
public final class Verifier {

	private static final Duration PATIENCE = Duration.ofSeconds(120);

	private static final List<Check> CHECKS = List.of(new SeatCheck(), new AnswerCheck(), new RefusalCheck(),
			new MoneyCheck(), new EventCheck());

	private final String mongoUri;

	private final List<String> databases;

	private final Path paymentJournal;

	private final String kafka;

	private final @Nullable String show;

	/**
	 * A verifier of everything that was booked.
	 * @param mongoUri the store
	 * @param databases the databases of booking-service in it
	 * @param paymentJournal the payment provider's own record
	 * @param kafka the broker
	 */
	public Verifier(String mongoUri, List<String> databases, Path paymentJournal, String kafka) {
		this(mongoUri, databases, paymentJournal, kafka, null);
	}

	private Verifier(String mongoUri, List<String> databases, Path paymentJournal, String kafka,
			@Nullable String show) {
		this.show = show;
		this.mongoUri = mongoUri;
		this.databases = databases;
		this.paymentJournal = paymentJournal;
		this.kafka = kafka;
	}

	/**
	 * A verifier of everything that was booked in a stack.
	 * @param stack the stack, whose booking-service keeps to its usual database
	 * @return the verifier
	 */
	public static Verifier of(Stack stack) {
		return new Verifier(stack.mongoUri(), List.of("bookings"), stack.paymentJournal(), stack.kafka());
	}

	/**
	 * The same for one show, whatever else was booked.
	 * @param id the show
	 * @return a verifier
	 */
	public Verifier ofShow(String id) {
		return new Verifier(this.mongoUri, this.databases, this.paymentJournal, this.kafka, id);
	}

	/**
	 * Verifies.
	 * @param history what the clients asked and were told
	 * @param outages which processes were killed when
	 * @return what was looked at and what is wrong
	 * @throws InterruptedException when interrupted
	 */
	public Findings verify(History history, List<Outage> outages) throws InterruptedException {
		Findings findings = new Findings();
		List<StoredBooking> bookings = new ArrayList<>();
		for (String database : this.databases) {
			try (BookingStore store = new BookingStore(this.mongoUri, database, this.paymentJournal)) {
				List<String> left = store.awaitSettled(this.show, PATIENCE);
				findings.expect("everything settles", left.isEmpty(), left);
				bookings.addAll(store.all(this.show));
			}
		}
		Evidence evidence = Evidence.of(bookings, ProviderRecord.read(this.paymentJournal),
				PublishedEvents.read(this.kafka), history.steps(), outages);
		if (this.show != null) {
			evidence.forgetOtherBookings();
		}
		examine(evidence, findings);
		return findings;
	}

	static void examine(Evidence evidence, Findings findings) {
		CHECKS.forEach((check) -> check.examine(evidence, findings));
	}

}
