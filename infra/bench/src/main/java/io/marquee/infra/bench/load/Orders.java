package io.marquee.infra.bench.load;

import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;

import io.marquee.infra.bench.http.Answer;
import io.marquee.infra.bench.http.Connection;
import io.marquee.infra.bench.stack.Programme.OpenShow;
import io.marquee.infra.bench.stack.TokenMint;

/**
 * An endless row of people who each book two seats nobody else wants: hold, pay, confirm.
 */
final class Orders {

	private static final int SEATS = 2;

	private final List<OpenShow> shows;

	private final List<String> tokens;

	private final long places;

	private final AtomicLong next = new AtomicLong();

	Orders(TokenMint mint, List<OpenShow> shows, int users) {
		this.shows = shows;
		this.places = shows.stream().mapToLong((show) -> show.seats().size() / SEATS).sum();
		// Signing is dear, and not what is measured.
		this.tokens = IntStream.range(0, users).parallel().mapToObj((i) -> mint.user("user-" + i)).toList();
	}

	/** How many more can be made. */
	long left() {
		return this.places - this.next.get();
	}

	/**
	 * Makes one.
	 * @param connection to a gateway or a service
	 * @return how long its two requests took
	 */
	Order make(Connection connection) {
		long number = this.next.getAndIncrement();
		if (number >= this.places) {
			throw new IllegalStateException("All seats are sold: more shows are needed");
		}
		int perShow = this.shows.getFirst().seats().size() / SEATS;
		OpenShow show = this.shows.get((int) (number / perShow));
		int seat = (int) (number % perShow) * SEATS;
		Map<String, String> headers = Map.of("Authorization",
				"Bearer " + this.tokens.get((int) (number % this.tokens.size())));
		long start = System.nanoTime();
		Answer held = connection.send("POST", "/api/v1/bookings/book", headers, """
				{"showId":"%s","seats":["%s","%s"]}""".formatted(show.id(), show.seats().get(seat),
				show.seats().get(seat + 1)));
		long holding = System.nanoTime();
		if (held.status() != 201) {
			return Order.failed("hold: " + held);
		}
		Answer paid = connection.send("POST", "/api/v1/bookings/confirm", headers, """
				{"paymentId":"%s","paymentMethod":{"type":"CARD","token":"tok_visa"}}"""
			.formatted(paymentId(held.body())));
		long confirmed = System.nanoTime();
		return (paid.status() == 200) ? new Order(holding - start, confirmed - holding, "")
				: Order.failed("confirm: " + paid);
	}

	/** Without reading all of the JSON: the generator shall cost little. */
	private static String paymentId(String body) {
		int at = body.indexOf("\"pay_") + 1;
		return body.substring(at, body.indexOf('"', at));
	}

	/**
	 * One order.
	 *
	 * @param hold how long the hold took, in ns
	 * @param confirmation how long the confirmation took, in ns
	 * @param failure why it came to nothing, empty if it did not
	 */
	record Order(long hold, long confirmation, String failure) {

		static Order failed(String why) {
			return new Order(0, 0, why);
		}

		boolean isFailed() {
			return !this.failure.isEmpty();
		}

	}

}
