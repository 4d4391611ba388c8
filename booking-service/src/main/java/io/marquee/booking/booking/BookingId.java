package io.marquee.booking.booking;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Identifies a booking. The ids of its payment and its order are the same id under
 * another prefix: what a client sends can be looked up by {@code _id}, and no index is
 * needed for them.
 *
 * @param value time-ordered, so that new bookings are neighbours in the index
 */
public record BookingId(String value) {

	private static final String ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";

	private static final int CHANCE = 16;

	private static final Pattern SHAPE = Pattern.compile("bk_[0-9a-z]{26}");

	private static final SecureRandom random = new SecureRandom();

	/**
	 * A new id.
	 * @param now the time
	 * @return the id
	 */
	public static BookingId next(Instant now) {
		byte[] chance = new byte[CHANCE];
		random.nextBytes(chance);
		return of(now, chance);
	}

	/**
	 * The id made of a time and a chance: the same for the same.
	 * @param time 48 bits of it count
	 * @param chance 16 bytes, of which five bits each count
	 * @return the id
	 */
	public static BookingId of(Instant time, byte[] chance) {
		StringBuilder text = new StringBuilder(29).append("bk_");
		for (int shift = 45; shift >= 0; shift -= 5) {
			text.append(ALPHABET.charAt((int) (time.toEpochMilli() >>> shift) & 31));
		}
		for (int i = 0; i < CHANCE; i++) {
			text.append(ALPHABET.charAt(chance[i] & 31));
		}
		return new BookingId(text.toString());
	}

	/**
	 * The first id that a time can have.
	 * @param time the time
	 * @return an id that no booking made before has, and those made since are not below
	 */
	static BookingId lowest(Instant time) {
		return of(time, new byte[CHANCE]);
	}

	/**
	 * Reads an id.
	 * @param text what a client sent
	 * @return the id, or nothing if it cannot be one
	 */
	public static Optional<BookingId> parse(String text) {
		return SHAPE.matcher(text).matches() ? Optional.of(new BookingId(text)) : Optional.empty();
	}

	/**
	 * The booking of a payment.
	 * @param paymentId the payment's id
	 * @return the id, or nothing if it cannot be one
	 */
	public static Optional<BookingId> ofPayment(String paymentId) {
		return paymentId.startsWith("pay_") ? parse("bk_" + paymentId.substring(4)) : Optional.empty();
	}

	/**
	 * The booking of an order.
	 * @param orderId the order's id
	 * @return the id, or nothing if it cannot be one
	 */
	public static Optional<BookingId> ofOrder(String orderId) {
		return orderId.startsWith("ord_") ? parse("bk_" + orderId.substring(4)) : Optional.empty();
	}

	/**
	 * The id of its payment.
	 * @return the id
	 */
	public String paymentId() {
		return "pay_" + this.value.substring(3);
	}

	/**
	 * The id of its order.
	 * @return the id
	 */
	public String orderId() {
		return "ord_" + this.value.substring(3);
	}

	@Override
	public String toString() {
		return this.value;
	}

}
