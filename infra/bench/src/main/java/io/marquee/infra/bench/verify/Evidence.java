package io.marquee.infra.bench.verify;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import io.marquee.infra.bench.client.Step;
import io.marquee.infra.bench.stack.Outage;
import io.marquee.infra.bench.verify.ProviderRecord.ProviderCharge;
import io.marquee.infra.bench.verify.PublishedEvents.Event;
import org.jspecify.annotations.Nullable;

/**
 * All that is known when it is over.
 *
 * @param bookings the bookings in the database, by id
 * @param charges the provider's charges, by payment id
 * @param events the events, by booking id
 * @param steps what the clients asked and were told
 * @param outages which processes were killed when
 */
record Evidence(Map<String, StoredBooking> bookings, Map<String, List<ProviderCharge>> charges,
		Map<String, List<Event>> events, List<Step> steps, List<Outage> outages) {

	static Evidence of(List<StoredBooking> bookings, Map<String, List<ProviderCharge>> charges,
			Map<String, List<Event>> events, List<Step> steps, List<Outage> outages) {
		return new Evidence(bookings.stream().collect(Collectors.toMap(StoredBooking::id, Function.identity())),
				charges, events, steps, outages);
	}

	/** What belongs to bookings that are not looked at is no evidence. */
	void forgetOtherBookings() {
		this.charges.keySet().removeIf((reference) -> !this.bookings.containsKey("bk_" + reference.substring(4)));
		this.events.keySet().removeIf((booking) -> !this.bookings.containsKey(booking));
	}

	@Nullable StoredBooking booking(String id) {
		return this.bookings.get(id);
	}

	List<Step> steps(Step.Kind kind) {
		return this.steps.stream().filter((step) -> step.kind() == kind).toList();
	}

}
