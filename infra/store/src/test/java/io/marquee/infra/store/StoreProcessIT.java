package io.marquee.infra.store;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import com.mongodb.MongoException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Updates;
import org.awaitility.Awaitility;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** The store as a process of its own, and how it ends. */
class StoreProcessIT {

	private static final Pattern ADDRESS = Pattern.compile("listening on (mongodb://\\S+)");

	@TempDir
	private Path directory;

	private final List<Process> processes = new ArrayList<>();

	@AfterEach
	void end() {
		this.processes.forEach(Process::destroyForcibly);
	}

	@Test
	void whatWasAcknowledgedSurvivesAKill() throws Exception {
		Map<String, Integer> acknowledged = new ConcurrentHashMap<>();
		Process first = start("--store=disk", "--data", this.directory.toString(), "--port=0");
		try (MongoClient client = MongoClients.create(address(first));
				ExecutorService writers = Executors.newFixedThreadPool(4)) {
			MongoCollection<Document> bookings = bookings(client);
			bookings.createIndex(Indexes.ascending("claims"), new IndexOptions().unique(true).sparse(true));
			for (int i = 0; i < 4; i++) {
				String writer = "w" + i;
				writers.submit(() -> writeUntilKilled(writer, bookings, acknowledged));
			}
			Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> acknowledged.size() > 2_000);
			first.destroyForcibly().waitFor();
		}
		Process second = start("--store=disk", "--data", this.directory.toString(), "--port=0");
		try (MongoClient client = MongoClients.create(address(second))) {
			MongoCollection<Document> bookings = bookings(client);
			Map<String, Integer> found = bookings.find()
				.into(new ArrayList<>())
				.stream()
				.collect(Collectors.toMap((booking) -> booking.getString("_id"), (booking) -> booking.getInteger("v")));
			acknowledged
				.forEach((id, version) -> assertThat(found.get(id)).as(id).isNotNull().isGreaterThanOrEqualTo(version));
			// At most one write of each writer was under way without an answer.
			assertThat(found.size()).isBetween(acknowledged.size(), acknowledged.size() + 4);
			Set<String> anyBooking = found.keySet().stream().limit(20).collect(Collectors.toSet());
			anyBooking.forEach((id) -> assertThat(bookings.find(Filters.eq("claims", "s:" + id)).explain().toJson())
				.contains("claims_1")
				.contains("\"nReturned\": 1"));
		}
	}

	@Test
	void aTerminationSignalEndsItCleanly() throws Exception {
		Process first = start("--store=disk", "--data", this.directory.toString(), "--port=0");
		try (MongoClient client = MongoClients.create(address(first))) {
			bookings(client).insertOne(new Document("_id", "b1"));
			first.destroy();
			assertThat(first.waitFor(20, TimeUnit.SECONDS)).isTrue();
		}
		assertThat(first.exitValue()).isEqualTo(143);
		Process second = start("--store=disk", "--data", this.directory.toString(), "--port=0");
		try (MongoClient client = MongoClients.create(address(second))) {
			assertThat(bookings(client).countDocuments(Filters.eq("_id", "b1"))).isOne();
		}
	}

	@Test
	void aBusyPortIsToldInOneLine() throws Exception {
		try (ServerSocket busy = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			Process process = start("--store=memory", "--port=" + busy.getLocalPort());
			assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
			assertThat(process.exitValue()).isEqualTo(1);
			assertThat(process.inputReader().lines()).singleElement()
				.asString()
				.contains("Cannot listen on", String.valueOf(busy.getLocalPort()), "in use");
		}
	}

	@Test
	void anUnknownOptionIsToldInOneLine() throws Exception {
		Process process = start("--prot=1");
		assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
		assertThat(process.exitValue()).isEqualTo(1);
		assertThat(process.inputReader().lines()).singleElement().asString().contains("--prot=1");
	}

	private static void writeUntilKilled(String writer, MongoCollection<Document> bookings,
			Map<String, Integer> acknowledged) {
		try {
			for (int i = 0; true; i++) {
				String id = writer + "-" + i;
				bookings.insertOne(new Document("_id", id).append("v", 1).append("claims", List.of("s:" + id)));
				acknowledged.put(id, 1);
				if (i % 3 == 0) {
					bookings.findOneAndUpdate(Filters.eq("_id", id), Updates.set("v", 2));
					acknowledged.put(id, 2);
				}
			}
		}
		catch (MongoException ex) {
			// Killed, as it should be.
		}
	}

	private static MongoCollection<Document> bookings(MongoClient client) {
		return client.getDatabase("bookings").getCollection("bookings");
	}

	private Process start(String... options) throws IOException {
		List<String> command = new ArrayList<>(
				List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:TieredStopAtLevel=1",
						"-cp", System.getProperty("java.class.path"), MongoStoreApplication.class.getName()));
		command.addAll(List.of(options));
		Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
		this.processes.add(process);
		return process;
	}

	private static String address(Process process) throws IOException {
		BufferedReader output = process.inputReader();
		StringBuilder seen = new StringBuilder();
		for (String line = output.readLine(); line != null; line = output.readLine()) {
			Matcher matcher = ADDRESS.matcher(line);
			if (matcher.find()) {
				return matcher.group(1);
			}
			seen.append(line).append('\n');
		}
		throw new IllegalStateException("The store did not start: " + seen);
	}

}
