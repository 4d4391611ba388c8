package io.marquee.infra.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import org.bson.Document;

/**
 * What the store costs, measured through the driver: run it as a main class, it asserts
 * nothing. The figures are in {@code docs/performance.md}.
 */
final class StoreBenchmark {

	private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

	private static final int THREADS = 8;

	private StoreBenchmark() {
	}

	static void main() throws Exception {
		// The first run warms the virtual machine up and is not to be quoted.
		measure("memory", 2_000);
		System.out.println("| store | documents | median us: by _id | _id+status | claims | user, newest 20"
				+ " | status+expiry range | count | insert/s 1 thread | insert/s 8 threads | findAndModify/s 1"
				+ " | findAndModify/s 8 | file MB | reopen ms |");
		for (int size : new int[] { 2_000, 200_000 }) {
			measure("memory", size);
			measure("disk", size);
		}
	}

	private static void measure(String kind, int size) throws Exception {
		Path directory = Files.createTempDirectory("store-benchmark");
		StringBuilder row = new StringBuilder("| %s | %,d".formatted(kind, size));
		try (MongoStore store = (kind.equals("disk") ? MongoStore.onDisk(directory) : MongoStore.inMemory()).start();
				MongoClient client = MongoClients.create(store.connectionString())) {
			MongoCollection<Document> bookings = client.getDatabase("bookings").getCollection("bookings");
			bookings.createIndex(Indexes.ascending("claims"), new IndexOptions().unique(true).sparse(true));
			bookings.createIndex(Indexes.compoundIndex(Indexes.ascending("userId"), Indexes.descending("createdAt")));
			bookings.createIndex(Indexes.ascending("status", "holdExpiresAt"));
			bookings.createIndex(Indexes.ascending("outbox._id"), new IndexOptions().sparse(true));
			for (int from = 0; from < size; from += 1_000) {
				bookings.insertMany(IntStream.range(from, from + 1_000).mapToObj(StoreBenchmark::booking).toList());
			}
			query(row, (i) -> bookings.find(Filters.eq("_id", "b" + i % size)).first());
			query(row,
					(i) -> bookings
						.find(Filters.and(Filters.eq("_id", "b" + i % size), Filters.eq("status", "CONFIRMED")))
						.first());
			query(row, (i) -> bookings.find(Filters.eq("claims", "show:" + i % size)).first());
			query(row,
					(i) -> bookings.find(Filters.eq("userId", "u" + i % (size / 20)))
						.sort(Sorts.descending("createdAt"))
						.limit(20)
						.into(new ArrayList<>()));
			query(row,
					(i) -> bookings
						.find(Filters.and(Filters.eq("status", "HELD"),
								Filters.lte("holdExpiresAt", Date.from(NOON.plusSeconds(20)))))
						.limit(20)
						.into(new ArrayList<>()));
			query(row, (i) -> bookings.countDocuments(Filters.eq("userId", "u" + i % (size / 20))));
			rate(row, 1, 2_000, (i) -> bookings.insertOne(booking(size + i)));
			rate(row, THREADS, 8_000, (i) -> bookings.insertOne(booking(size + 2_000 + i)));
			rate(row, 1, 2_000, (i) -> confirm(bookings, i % size));
			rate(row, THREADS, 8_000, (i) -> confirm(bookings, i % size));
		}
		row.append(" | ").append(kind.equals("disk") ? reopen(directory) : "– | –").append(" |");
		System.out.println(row);
	}

	private static void confirm(MongoCollection<Document> bookings, int number) {
		bookings.findOneAndUpdate(Filters.and(Filters.eq("_id", "b" + number), Filters.ne("status", "GONE")),
				Updates.combine(Updates.inc("version", 1), Updates.set("status", "CONFIRMED")));
	}

	private static String reopen(Path directory) throws IOException {
		long bytes = Files.size(directory.resolve("store.mv.db"));
		long start = System.nanoTime();
		MongoStore.onDisk(directory).close();
		return bytes / 1_000_000 + " | " + (System.nanoTime() - start) / 1_000_000;
	}

	private static void query(StringBuilder row, IntConsumer query) {
		long[] nanos = new long[2_000];
		for (int i = 0; i < 2 * nanos.length; i++) {
			long start = System.nanoTime();
			query.accept(i * 7_919);
			nanos[i % nanos.length] = System.nanoTime() - start;
		}
		Arrays.sort(nanos);
		row.append(" | ").append(nanos[nanos.length / 2] / 1_000);
	}

	private static void rate(StringBuilder row, int threads, int times, IntConsumer action) throws Exception {
		long start = System.nanoTime();
		try (ExecutorService executor = Executors.newFixedThreadPool(threads)) {
			List<Future<?>> parts = new ArrayList<>();
			for (int thread = 0; thread < threads; thread++) {
				int first = thread;
				parts.add(executor.submit((Callable<Void>) () -> {
					for (int i = first; i < times; i += threads) {
						action.accept(i);
					}
					return null;
				}));
			}
			for (Future<?> part : parts) {
				part.get();
			}
		}
		row.append(" | ").append(times * 1_000_000_000L / (System.nanoTime() - start));
	}

	private static Document booking(int number) {
		boolean held = number < 20;
		Document booking = new Document("_id", "b" + number).append("userId", "u" + number / 20)
			.append("createdAt", Date.from(NOON.plusSeconds(number)))
			.append("status", held ? "HELD" : "CONFIRMED")
			.append("claims", List.of("show:" + number, "show:x" + number))
			.append("movieTitle", "A film of a certain length")
			.append("venueName", "A cinema with a name")
			.append("seats", List.of("A1", "A2"))
			.append("amount", new Document("amount", "500.00").append("currency", "INR"))
			.append("outbox", List.of());
		return held ? booking.append("holdExpiresAt", Date.from(NOON.plusSeconds(number))) : booking;
	}

}
