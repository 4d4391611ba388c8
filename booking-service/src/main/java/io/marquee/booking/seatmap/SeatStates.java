package io.marquee.booking.seatmap;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

import io.marquee.booking.booking.SeatMaps.SeatMap;
import io.marquee.booking.booking.SeatMaps.SeatState;
import org.jspecify.annotations.Nullable;

/**
 * The states of all seats of a show at one moment, small enough to be an event's id: a
 * client that comes back with the id says what it has seen, and any replica can tell what
 * it missed.
 */
final class SeatStates {

	private static final int SEATS_A_BYTE = 4;

	private static final int LAYOUT_BYTES = 9;

	private static final Pattern ID = Pattern.compile("([\\w-]{12})\\.([\\w-]{0,4000})");

	private static final Base64.Encoder encoder = Base64.getUrlEncoder().withoutPadding();

	/** Names the show and everything about its seats but their state. */
	private final String layout;

	/** Two bits a seat, in the order of the layout. */
	private final byte[] packed;

	private SeatStates(String layout, byte[] packed) {
		this.layout = layout;
		this.packed = packed;
	}

	static SeatStates of(SeatMap map) {
		byte[] packed = new byte[Math.ceilDiv(map.seats().size(), SEATS_A_BYTE)];
		MessageDigest layout = sha256();
		layout.update(map.showId().getBytes(StandardCharsets.UTF_8));
		for (int i = 0; i < map.seats().size(); i++) {
			SeatState seat = map.seats().get(i);
			packed[i / SEATS_A_BYTE] |= (byte) (seat.state().ordinal() << shift(i));
			layout.update(
					"\n%s %s %d %s %s".formatted(seat.seat(), seat.row(), seat.number(), seat.category(), seat.price())
						.getBytes(StandardCharsets.UTF_8));
		}
		return new SeatStates(encoder.encodeToString(Arrays.copyOf(layout.digest(), LAYOUT_BYTES)), packed);
	}

	/** Reads an id; what is no id of ours is nothing. */
	static Optional<SeatStates> parse(String id) {
		Matcher matcher = ID.matcher(id);
		if (!matcher.matches()) {
			return Optional.empty();
		}
		try {
			return Optional.of(new SeatStates(matcher.group(1), Base64.getUrlDecoder().decode(matcher.group(2))));
		}
		catch (IllegalArgumentException ex) {
			return Optional.empty();
		}
	}

	String id() {
		return this.layout + "." + encoder.encodeToString(this.packed);
	}

	/** Whether both are of the same show with the same seats at the same prices. */
	boolean isComparableTo(SeatStates other) {
		return this.layout.equals(other.layout) && this.packed.length == other.packed.length;
	}

	/**
	 * The seats of a map that are not as they were.
	 * @param map what these states are of
	 * @param seen what they were, comparable to these
	 */
	List<SeatState> changed(SeatMap map, SeatStates seen) {
		return IntStream.range(0, map.seats().size())
			.filter((i) -> state(i) != seen.state(i))
			.mapToObj((i) -> map.seats().get(i))
			.toList();
	}

	private int state(int seat) {
		return (this.packed[seat / SEATS_A_BYTE] >>> shift(seat)) & 3;
	}

	private static int shift(int seat) {
		return 2 * (seat % SEATS_A_BYTE);
	}

	private static MessageDigest sha256() {
		try {
			return MessageDigest.getInstance("SHA-256");
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

	@Override
	public boolean equals(@Nullable Object other) {
		return other instanceof SeatStates states && this.layout.equals(states.layout)
				&& Arrays.equals(this.packed, states.packed);
	}

	@Override
	public int hashCode() {
		return Arrays.hashCode(this.packed);
	}

	@Override
	public String toString() {
		return id();
	}

}
