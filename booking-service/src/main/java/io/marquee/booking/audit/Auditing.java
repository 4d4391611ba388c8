package io.marquee.booking.audit;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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
 * through the days slice by slice; both sides come page by page, and of the provider's
 * charges only that they are there is remembered for two slices.
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
		Theirs current = charges(from.minus(CLOCKS_DIFFER), end(from, to), reckoning);
		for (Instant start = from; start.isBefore(to); start = end(start, to)) {
			alive.run();
			Instant end = end(start, to);
			// What was paid after the window may belong to a booking in it.
			Theirs next = end.isBefore(to) ? charges(end, end(end, to), reckoning)
					: charges(end, begun.plus(CLOCKS_DIFFER), new Reckoning(0));
			compared &= current != null && next != null;
			ours(start, end, current, next, reckoning);
			current = next;
		}
		return new AuditReport(Audits.id(begun), from, to, begun, this.clock.instant(), reckoning.bookings(), compared,
				reckoning.totals(), reckoning.count(), reckoning.differences());
	}

	private Instant end(Instant start, Instant to) {
		Instant end = start.plus(this.settings.slice());
		return end.isBefore(to) ? end : to;
	}

	private void ours(Instant start, Instant end, @Nullable Theirs current, @Nullable Theirs next,
			Reckoning reckoning) {
		BookingId last = null;
		List<BookingAccount> batch;
		do {
			batch = this.accounts.madeBetween(start, end, last, BATCH);
			for (BookingAccount account : batch) {
				reckoning.add(account);
				// A booking that changed since the provider was asked may be ahead.
				if (current != null && next != null && account.updatedAt().isBefore(current.asOf())) {
					account.ledger()
						.stream()
						.filter((entry) -> entry.kind() == LedgerEntry.Kind.CHARGE)
						.filter((entry) -> !current.has(entry.providerId()) && !next.has(entry.providerId()))
						.forEach((entry) -> reckoning.missing(account, entry));
				}
				last = account.id();
			}
		}
		while (batch.size() == BATCH);
	}

	/** Goes through the provider's charges of a slice, with our bookings beside them. */
	private @Nullable Theirs charges(Instant from, Instant to, Reckoning reckoning) {
		Theirs theirs = new Theirs(new HashSet<>(), this.clock.instant().minus(this.settings.settling()));
		String cursor = null;
		try {
			do {
				TakenCharge.Page page = this.provider.charges(from, to, cursor);
				compare(page.charges(), theirs.asOf(), reckoning);
				page.charges().forEach((charge) -> theirs.add(charge.id()));
				cursor = page.next();
			}
			while (cursor != null);
			return theirs;
		}
		catch (PaymentUnclearException ex) {
			log.warn("The audit goes on without the provider's books: " + ex.getMessage());
			return null;
		}
	}

	private void compare(List<TakenCharge> charges, Instant asOf, Reckoning reckoning) {
		Map<String, BookingAccount> known = this.accounts
			.ofPayments(charges.stream().flatMap((charge) -> Stream.ofNullable(charge.reference())).toList())
			.stream()
			.collect(Collectors.toMap((account) -> account.id().paymentId(), Function.identity()));
		for (TakenCharge charge : charges) {
			reckoning.add(charge);
			BookingAccount account = (charge.reference() != null) ? known.get(charge.reference()) : null;
			if (account != null && account.hasCharge(charge.id())) {
				if (account.updatedAt().isBefore(asOf)) {
					reckoning.compare(account, charge);
				}
			}
			else if (account != null && account.paymentOpen() || charge.at().isAfter(asOf)) {
				reckoning.underWay(charge);
			}
			else {
				reckoning.unknown(charge, account);
			}
		}
	}

	/**
	 * The charges that the provider has in a slice; eight bytes of a hash tell them
	 * apart.
	 *
	 * @param asOf what happened before is in them
	 */
	private record Theirs(Set<Long> hashes, Instant asOf) {

		void add(String id) {
			this.hashes.add(hash(id));
		}

		boolean has(String id) {
			return this.hashes.contains(hash(id));
		}

		private static long hash(String id) {
			return UUID.nameUUIDFromBytes(id.getBytes(StandardCharsets.UTF_8)).getMostSignificantBits();
		}

	}

}
