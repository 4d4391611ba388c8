package io.marquee.infra.bench.verify;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Set;

import org.bson.Document;
import org.bson.types.Decimal128;
import org.jspecify.annotations.Nullable;

/**
 * A booking as the database has it in the end.
 *
 * @param balance what was charged less what was given back, by its own ledger
 * @param claims what it claims in the unique index
 * @param waiting events that still wait in its outbox
 */
record StoredBooking(String id, String user, String show, List<String> seats, String status, BigDecimal total,
		BigDecimal balance, Instant createdAt, Instant updatedAt, @Nullable Instant confirmedAt, List<String> claims,
		int waiting) {

	private static final Set<String> CLAIMING = Set.of("HELD", "PAYING", "CONFIRMED");

	static StoredBooking of(Document document) {
		Document price = document.get("price", Document.class);
		BigDecimal balance = document.getList("ledger", Document.class, List.of())
			.stream()
			.map((entry) -> entry.getString("kind").equals("REFUND") ? amount(entry, "amount").negate()
					: amount(entry, "amount"))
			.reduce(BigDecimal.ZERO, BigDecimal::add);
		return new StoredBooking(document.getString("_id"), document.getString("userId"),
				document.get("show", Document.class).getString("_id"),
				document.getList("seats", Document.class).stream().map((seat) -> seat.getString("seat")).toList(),
				document.getString("status"), amount(price, "total"), balance, instant(document, "createdAt"),
				instant(document, "updatedAt"),
				(document.getDate("confirmedAt") != null) ? instant(document, "confirmedAt") : null,
				document.getList("claims", String.class, List.of()),
				document.getList("outbox", Document.class, List.of()).size());
	}

	private static BigDecimal amount(Document of, String field) {
		return of.get(field, Document.class).get("amount", Decimal128.class).bigDecimalValue();
	}

	private static Instant instant(Document document, String field) {
		Date date = document.getDate(field);
		return date.toInstant();
	}

	String paymentId() {
		return "pay_" + this.id.substring(3);
	}

	boolean isClaiming() {
		return CLAIMING.contains(this.status);
	}

	boolean isConfirmed() {
		return this.status.equals("CONFIRMED");
	}

	/** Whether it was paid once and let go afterwards. */
	boolean wasEnded() {
		return this.confirmedAt != null && Set.of("CANCELLED", "REFUNDED").contains(this.status);
	}

	List<String> seatClaims() {
		return this.seats.stream().map((seat) -> this.show + ":" + seat).toList();
	}

}
