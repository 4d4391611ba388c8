package io.marquee.booking.booking;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * What a booking claims in the unique index: its seats, and as many of its owner's
 * numbered places for that show. The places make the limit of seats a user and show hold
 * under parallel requests without a count or a lock.
 */
final class Claims {

	static final int SEATS_PER_USER_AND_SHOW = 10;

	private Claims() {
	}

	static List<String> of(String showId, List<String> seats, @Nullable String userId, List<Integer> places) {
		Stream<String> seatClaims = seats.stream().map((seat) -> seat(showId, seat));
		Stream<String> placeClaims = (userId != null) ? places.stream().map((place) -> place(showId, userId, place))
				: Stream.empty();
		return Stream.concat(seatClaims, placeClaims).toList();
	}

	static String seat(String showId, String seat) {
		return showId + ":" + seat;
	}

	static String place(String showId, String userId, int place) {
		return "user:" + userId + ":" + showId + ":" + place;
	}

	static List<Integer> firstPlaces(int count) {
		return IntStream.rangeClosed(1, count).boxed().toList();
	}

	static List<String> allPlaces(String showId, String userId) {
		return IntStream.rangeClosed(1, SEATS_PER_USER_AND_SHOW)
			.mapToObj((place) -> place(showId, userId, place))
			.toList();
	}

}
