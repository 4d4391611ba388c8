package io.marquee.infra.bench.verify;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.marquee.infra.bench.client.Step;
import io.marquee.infra.bench.http.Answer;
import io.marquee.infra.bench.stack.Outage;
import io.marquee.infra.bench.verify.ProviderRecord.ProviderCharge;
import io.marquee.infra.bench.verify.PublishedEvents.Event;

/** A small, true story of bookings, to be falsified. */
final class EvidenceFixture {

	static final Instant START = Instant.parse("2026-11-22T18:00:00Z");

	final Map<String, StoredBooking> bookings = new HashMap<>();

	final Map<String, List<ProviderCharge>> charges = new HashMap<>();

	final Map<String, List<Event>> events = new HashMap<>();

	final List<Step> steps = new ArrayList<>();

	final List<Outage> outages = new ArrayList<>();

	/**
	 * Ann holds A1 and pays; Bob comes too late; Cid pays B1 and cancels for half of it.
	 */
	static EvidenceFixture story() {
		EvidenceFixture story = new EvidenceFixture();
		story.confirmed("bk_ann", "ann", "A1", 1);
		story.step("bob", Step.Kind.HOLD, "show", "A1", 2, 409, """
				{"code":"SEATS_UNAVAILABLE","errors":[{"field":"seats","message":"A1 is no longer available"}]}""");
		story.confirmed("bk_cid", "cid", "B1", 3);
		story.cancelled("bk_cid", "cid", 5);
		return story;
	}

	void confirmed(String id, String user, String seat, int second) {
		Instant time = START.plusSeconds(second);
		this.bookings.put(id, new StoredBooking(id, user, "show", List.of(seat), "CONFIRMED", new BigDecimal("200.00"),
				new BigDecimal("200.00"), time, time, time, List.of("show:" + seat), 0));
		charge(id, "ch_" + id, "SUCCEEDED", "0");
		event(id, "held");
		event(id, "confirmed");
		step(user, Step.Kind.HOLD, "show", seat, second, 201, """
				{"data":{"bookingId":"%s","status":"HELD","expiresAt":"%s"}}""".formatted(id, time.plusSeconds(300)));
		step(user, Step.Kind.CONFIRM, id, "", second + 1, 200, """
				{"data":{"status":"CONFIRMED"}}""");
	}

	void cancelled(String id, String user, int second) {
		StoredBooking booking = this.bookings.get(id);
		this.bookings.put(id,
				new StoredBooking(id, user, "show", booking.seats(), "REFUNDED", booking.total(),
						new BigDecimal("100.00"), booking.createdAt(), START.plusSeconds(second), booking.confirmedAt(),
						List.of(), 0));
		this.charges.remove(booking.paymentId());
		charge(id, "ch_" + id, "SUCCEEDED", "100.00");
		event(id, "cancelled");
		event(id, "refunded");
		step(user, Step.Kind.CANCEL, id, "", second, 200, """
				{"data":{"status":"REFUND_PENDING"}}""");
	}

	void charge(String booking, String charge, String status, String refunded) {
		String reference = "pay_" + booking.substring(3);
		this.charges.computeIfAbsent(reference, (key) -> new ArrayList<>())
			.add(new ProviderCharge(charge, reference + "-1", reference, status, new BigDecimal("200.00"),
					new BigDecimal(refunded), refunded.equals("0") ? 0 : 1));
	}

	void event(String booking, String type) {
		List<Event> all = this.events.computeIfAbsent(booking, (key) -> new ArrayList<>());
		all.add(new Event(booking + all.size(), "marquee.booking." + type));
	}

	void step(String user, Step.Kind kind, String subject, String seat, int second, int status, String body) {
		Instant time = START.plusSeconds(second);
		this.steps.add(new Step(user, kind, "booking-service", user + subject + kind, subject,
				seat.isEmpty() ? List.of() : List.of(seat), time, time.plusMillis(20), new Answer(status, body, true)));
	}

	/** Changes how a booking lies in the database. */
	void stored(String id, String status, String balance, String... claims) {
		StoredBooking old = this.bookings.get(id);
		this.bookings.put(id,
				new StoredBooking(id, old.user(), old.show(), old.seats(), status, old.total(), new BigDecimal(balance),
						old.createdAt(), old.updatedAt(), old.confirmedAt(), List.of(claims), old.waiting()));
	}

	List<String> broken() {
		return findings().broken();
	}

	Findings findings() {
		Findings findings = new Findings();
		Verifier.examine(new Evidence(this.bookings, this.charges, this.events, this.steps, this.outages), findings);
		return findings;
	}

}
