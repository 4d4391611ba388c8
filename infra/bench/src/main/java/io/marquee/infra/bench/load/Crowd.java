package io.marquee.infra.bench.load;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import org.bson.Document;

/**
 * Fills a database with bookings, as years of business would: copies of one that the
 * service has made itself, so that they are of its shape, under other names.
 */
final class Crowd {

	private static final int BATCH = 1_000;

	private static final int PER_SHOW = 150;

	private static final int PER_USER = 8;

	private static final String ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";

	private static final List<String> CLAIMS = List.of("claims", "occupies");

	private final Random random = new Random(7);

	private final SecureRandom codes = new SecureRandom();

	private final Document model;

	private final MongoCollection<Document> bookings;

	private Crowd(MongoCollection<Document> bookings) {
		this.bookings = bookings;
		Document confirmed = bookings.find(Filters.eq("status", "CONFIRMED")).first();
		if (confirmed == null) {
			throw new IllegalStateException("There is no confirmed booking to copy");
		}
		this.model = confirmed;
	}

	/** Loads bookings until there are as many as wanted. */
	static void load(String uri, long wanted, Consumer<String> progress) {
		try (MongoClient client = MongoClients.create(uri)) {
			MongoCollection<Document> bookings = client.getDatabase("bookings").getCollection("bookings");
			Crowd crowd = new Crowd(bookings);
			long there = bookings.countDocuments();
			long start = System.nanoTime();
			for (long number = there; number < wanted; number += BATCH) {
				crowd.add(number, (int) Math.min(BATCH, wanted - number));
				if (number / BATCH % 50 == 0) {
					progress.accept(
							"%,d of %,d bookings, %.0f s".formatted(number, wanted, (System.nanoTime() - start) / 1e9));
				}
			}
		}
	}

	private void add(long first, int count) {
		List<Document> batch = new ArrayList<>(count);
		for (long number = first; number < first + count; number++) {
			batch.add(booking(number));
		}
		this.bookings.insertMany(batch);
	}

	private Document booking(long number) {
		String id = "bk_0" + text(24) + ALPHABET.charAt((int) (number % 32));
		String show = "old-show-" + number / PER_SHOW;
		String user = "old-user-" + this.random.nextLong(1 + number / PER_USER);
		Instant created = Instant.now().minusSeconds(this.random.nextLong(2L * 365 * 24 * 3600));
		Document copy = new Document(this.model);
		copy.put("_id", id);
		copy.put("code", this.codes.nextLong(36) + Long.toString(number, 36) + "-" + text(3));
		copy.put("userId", user);
		copy.put("show", new Document(this.model.get("show", Document.class)).append("_id", show));
		copy.put("createdAt", Date.from(created));
		copy.put("updatedAt", Date.from(created));
		copy.put("confirmedAt", Date.from(created));
		copy.put("outbox", List.of());
		int dice = this.random.nextInt(100);
		if (dice < 80) {
			copy.put("claims", List.of(show + ":A" + number % PER_SHOW, "user:" + user + ":" + show + ":" + number));
			copy.put("occupies", show);
		}
		else {
			CLAIMS.forEach(copy::remove);
			copy.put("status", (dice < 92) ? "EXPIRED" : "REFUNDED");
		}
		return copy;
	}

	private String text(int length) {
		StringBuilder text = new StringBuilder(length);
		for (int i = 0; i < length; i++) {
			text.append(ALPHABET.charAt(this.random.nextInt(32)));
		}
		return text.toString();
	}

}
