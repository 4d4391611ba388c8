package io.marquee.infra.bench.client;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import io.marquee.infra.bench.http.Answer;
import org.jspecify.annotations.Nullable;

/**
 * A user at any of the processes: each request goes to one chosen at random, and is
 * written down.
 */
public final class Customer {

	private static final Duration PATIENCE = Duration.ofSeconds(90);

	private final String id;

	private final String token;

	private final Lines lines;

	private final History history;

	private final Random random;

	/**
	 * A customer.
	 * @param id the user's id
	 * @param token the user's token
	 * @param lines the processes to ask
	 * @param history where all is written down
	 * @param random chooses among the processes
	 */
	public Customer(String id, String token, Lines lines, History history, Random random) {
		this.id = id;
		this.token = token;
		this.lines = lines;
		this.history = history;
		this.random = random;
	}

	/**
	 * Asks for seats.
	 * @param key the idempotency key, if any
	 * @param show the show
	 * @param seats the seats
	 * @return the answer
	 */
	public Answer hold(@Nullable String key, String show, List<String> seats) {
		String names = seats.stream().map((seat) -> "\"" + seat + "\"").collect(Collectors.joining(","));
		return send(Step.Kind.HOLD, key, show, seats, "POST", "/api/v1/bookings/book", """
				{"showId":"%s","seats":[%s]}""".formatted(show, names));
	}

	/**
	 * Pays by card.
	 * @param key the idempotency key, if any
	 * @param booking the booking
	 * @param cardToken a token of the simulated provider
	 * @return the answer
	 */
	public Answer confirm(@Nullable String key, String booking, String cardToken) {
		return send(Step.Kind.CONFIRM, key, booking, List.of(), "POST", "/api/v1/bookings/confirm", """
				{"paymentId":"pay_%s","paymentMethod":{"type":"CARD","token":"%s"}}""".formatted(booking.substring(3),
				cardToken));
	}

	/**
	 * Gives a hold back.
	 * @param booking the booking
	 * @return the answer
	 */
	public Answer giveBack(String booking) {
		return send(Step.Kind.GIVE_BACK, null, booking, List.of(), "DELETE", "/api/v1/bookings/" + booking + "/hold",
				"");
	}

	/**
	 * Cancels a booking.
	 * @param booking the booking
	 * @return the answer
	 */
	public Answer cancel(String booking) {
		return send(Step.Kind.CANCEL, null, booking, List.of(), "PATCH", "/api/v1/bookings/cancel/" + booking, "");
	}

	/**
	 * Asks how a booking stands.
	 * @param booking the booking
	 * @return the answer
	 */
	public Answer status(String booking) {
		return send(Step.Kind.STATUS, null, booking, List.of(), "GET", "/api/v1/bookings/status/" + booking, "");
	}

	/**
	 * Asks which seats can be had.
	 * @param show the show
	 * @return the answer
	 */
	public Answer seatMap(String show) {
		return send(Step.Kind.SEAT_MAP, null, show, List.of(), "GET", "/api/v1/bookings/seats/" + show, "");
	}

	/**
	 * Repeats a request until it is answered for good, as a client does that wants to
	 * know.
	 * @param request the request, with the same key each time
	 * @return the answer
	 * @throws InterruptedException when interrupted
	 */
	public Answer insist(Supplier<Answer> request) throws InterruptedException {
		Instant deadline = Instant.now().plus(PATIENCE);
		Answer answer = request.get();
		while ((!answer.arrived() || answer.status() == 202 || answer.code().equals("IDEMPOTENCY_KEY_IN_USE"))
				&& Instant.now().isBefore(deadline)) {
			Thread.sleep(100 + this.random.nextInt(200));
			answer = request.get();
		}
		return answer;
	}

	private Answer send(Step.Kind kind, @Nullable String key, String subject, List<String> seats, String method,
			String path, String body) {
		Map<String, String> headers = new HashMap<>(Map.of("Authorization", "Bearer " + this.token));
		if (key != null) {
			headers.put("Idempotency-Key", key);
		}
		Lines.Line line = this.lines.any(this.random);
		Instant sentAt = Instant.now();
		Answer answer = line.send(method, path, headers, body);
		this.history.add(new Step(this.id, kind, line.process(), key, subject, seats, sentAt, Instant.now(), answer));
		return answer;
	}

}
