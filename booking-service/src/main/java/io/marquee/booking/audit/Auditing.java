package io.marquee.booking.audit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

import io.marquee.booking.booking.BookingAccount;
import io.marquee.booking.booking.BookingAccounts;
import io.marquee.booking.booking.BookingId;
import io.marquee.booking.booking.LedgerEntry;
import io.marquee.booking.payment.PaymentProvider;
import io.marquee.booking.payment.PaymentUnclearException;
import io.marquee.booking.payment.TakenCharge;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Adds up the bookings of some days and lays the provider's books beside ours. It goes
 * through the days slice by slice: the provider's charges of two slices are in memory,
 * and bookings come in batches.
 */
@Component
class Auditing {

	private static final Log log = LogFactory.getLog(Auditing.class);

	private static final int BATCH = 500;

	/** The provider's clock may be behind ours. */
	private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(1);

	private final BookingAccounts accounts;

	private final PaymentProvider provider;

	private final AuditSettings settings;

	private final Clock clock;

	Auditing(BookingAccounts accounts, PaymentProvider provider, AuditSettings settings, Clock clock) {
		this.accounts = accounts;
		this.provider = provider;
		this.settings = settings;
		this.clock = clock;
	}

	/**
	 * Audits the last days.
	 * @param days how many
	 * @param alive called now and then while it lasts
	 */
	AuditReport audit(int days, Runnable alive) {
		Instant begun = this.clock.instant();
		Instant to = begun.minus(this.settings.settling());
		Instant from = to.minus(Duration.ofDays(days));
		Reckoning reckoning = new Reckoning(this.settings.listed());
		boolean compared = true;
		Theirs current = charges(from.minus(CLOCKS_DIFFER), end(from, to));
		for (Instant start = from; start.isBefore(to); start = end(start, to)) {
			alive.run();
			Instant end = end(start, to);
			// What was paid after the window may belong to a booking in it.
			Theirs next = charges(end, end.isBefore(to) ? end(end, to) : begun.plus(CLOCKS_DIFFER));
			compared &= current != null && next != null;
			audit(start, end, current, next, reckoning);
			if (current != null) {
				current.charges().values().forEach(reckoning::add);
				lookAtTheRest(current, reckoning);
			}
			current = next;
		}
		return new AuditReport(Audits.id(begun), from, to, begun, this.clock.instant(), reckoning.bookings(), compared,
				reckoning.totals(), reckoning.count(), reckoning.differences());
	}

	private Instant end(Instant start, Instant to) {
		Instant end = start.plus(this.settings.slice());
		return end.isBefore(to) ? end : to;
	}

	private void audit(Instant start, Instant end, @Nullable Theirs current, @Nullable Theirs next,
			Reckoning reckoning) {
		BookingId last = null;
		List<BookingAccount> batch;
		do {
			batch = this.accounts.madeBetween(start, end, last, BATCH);
			for (BookingAccount account : batch) {
				reckoning.add(account);
				if (current != null && next != null) {
					Map<String, TakenCharge> theirs = matched(account, current, next);
					// A booking that changed since the provider was asked may be ahead.
					if (account.updatedAt().isBefore(current.asOf())) {
						reckoning.compare(account, theirs);
					}
				}
				last = account.id();
			}
		}
		while (batch.size() == BATCH);
	}

	private static Map<String, TakenCharge> matched(BookingAccount account, Theirs current, Theirs next) {
		return account.ledger().stream().filter((entry) -> entry.kind() == LedgerEntry.Kind.CHARGE).map((entry) -> {
			TakenCharge charge = current.match(entry.providerId(), account);
			return (charge != null) ? charge : next.match(entry.providerId(), account);
		}).filter(Objects::nonNull).collect(Collectors.toMap(TakenCharge::id, Function.identity(), (one, same) -> one));
	}

	/** Charges that belong to none of the bookings beside them. */
	private void lookAtTheRest(Theirs theirs, Reckoning reckoning) {
		List<TakenCharge> rest = theirs.unmatched();
		for (int i = 0; i < rest.size(); i += BATCH) {
			List<TakenCharge> some = rest.subList(i, Math.min(i + BATCH, rest.size()));
			Map<String, BookingAccount> known = this.accounts
				.ofPayments(some.stream().map(TakenCharge::reference).filter(Objects::nonNull).toList())
				.stream()
				.collect(Collectors.toMap((account) -> account.id().paymentId(), Function.identity()));
			for (TakenCharge charge : some) {
				BookingAccount account = (charge.reference() != null) ? known.get(charge.reference()) : null;
				if (account != null && isIn(account, charge)) {
					if (account.updatedAt().isBefore(theirs.asOf())) {
						reckoning.compare(account, Map.of(charge.id(), charge));
					}
				}
				else if (account != null && account.paymentOpen() || charge.at().isAfter(theirs.asOf())) {
					reckoning.underWay(charge);
				}
				else {
					reckoning.unknown(charge, account);
				}
			}
		}
	}

	private static boolean isIn(BookingAccount account, TakenCharge charge) {
		return account.ledger()
			.stream()
			.anyMatch((entry) -> entry.kind() == LedgerEntry.Kind.CHARGE && entry.providerId().equals(charge.id()));
	}

	private @Nullable Theirs charges(Instant from, Instant to) {
		Instant asOf = this.clock.instant().minus(this.settings.settling());
		Map<String, TakenCharge> charges = new HashMap<>();
		String cursor = null;
		try {
			do {
				TakenCharge.Page page = this.provider.charges(from, to, cursor);
				page.charges().forEach((charge) -> charges.put(charge.id(), charge));
				cursor = page.next();
			}
			while (cursor != null);
			return new Theirs(charges, new HashMap<>(), asOf);
		}
		catch (PaymentUnclearException ex) {
			log.warn("The audit goes on without the provider's books: " + ex.getMessage());
			return null;
		}
	}

	/**
	 * The provider's charges of a slice.
	 *
	 * @param matched those that a booking has in its ledger
	 * @param asOf what happened before is in them
	 */
	private record Theirs(Map<String, TakenCharge> charges, Map<String, TakenCharge> matched, Instant asOf) {

		/** The charge, if it was made for this booking and no other. */
		@Nullable TakenCharge match(String id, BookingAccount account) {
			TakenCharge charge = this.charges.get(id);
			if (charge == null || !account.id().paymentId().equals(charge.reference())) {
				return null;
			}
			this.matched.put(id, charge);
			return charge;
		}

		List<TakenCharge> unmatched() {
			List<TakenCharge> rest = new ArrayList<>(this.charges.values());
			rest.removeIf((charge) -> this.matched.containsKey(charge.id()));
			return rest;
		}

	}

}
