package io.marquee.platform.revocation;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;

import io.marquee.test.TestKafka;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewPartitions;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.kafka.test.EmbeddedKafkaKraftBroker;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.security.oauth2.jwt.Jwt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * The feed against a real broker.
 */
class RevocationFeedIT {

	private static final Duration TOKEN_LIFE = Duration.ofMinutes(6);

	private final Revocations revocations = new Revocations(TOKEN_LIFE, 1000, Clock.systemUTC());

	private RevocationFeed feed = feed(Map.of("bootstrap.servers", TestKafka.bootstrapServers()));

	@BeforeEach
	void startWithoutTheTopic() throws Exception {
		try (Admin admin = admin()) {
			admin.deleteTopics(List.of(Revocation.TOPIC)).all().toCompletionStage().toCompletableFuture().join();
		}
		catch (java.util.concurrent.CompletionException ex) {
			assertThat(ex).hasCauseInstanceOf(UnknownTopicOrPartitionException.class);
		}
		await().atMost(Duration.ofSeconds(20)).until(() -> !topics().contains(Revocation.TOPIC));
	}

	@AfterEach
	void stop() {
		this.feed.stop();
	}

	@Test
	void knowsAllAsLongAsNobodyHasEverPublishedAndMakesNoTopic() throws Exception {
		this.feed.start();

		await().atMost(Duration.ofSeconds(20)).until(this.revocations::known);
		assertThat(topics()).doesNotContain(Revocation.TOPIC);
	}

	@Test
	void learnsWhatIsPublishedWhileItReads() throws Exception {
		create(1);
		this.feed.start();
		await().atMost(Duration.ofSeconds(20)).until(this.revocations::known);
		String session = UUID.randomUUID().toString();

		publish(session(session), Instant.now());

		await().atMost(Duration.ofSeconds(10)).until(() -> this.revocations.refuses(token(session)));
		assertThat(this.revocations.refuses(token("another"))).isFalse();
	}

	@Test
	void learnsFromATopicThatIsMadeLater() throws Exception {
		this.feed.start();
		await().atMost(Duration.ofSeconds(20)).until(this.revocations::known);
		create(1);
		publish(session("s1"), Instant.now());

		await().atMost(Duration.ofSeconds(20)).until(() -> this.revocations.refuses(token("s1")));
	}

	@Test
	void readsThePastBeforeItSaysThatItKnows() throws Exception {
		create(3);
		publish(TestKafka.bootstrapServers(), Instant.now().minusSeconds(60),
				IntStream.range(0, 300).mapToObj((i) -> session("s" + i)).toList());
		this.feed.start();

		await().atMost(Duration.ofSeconds(20)).until(this.revocations::known);
		// Not awaited: whoever knows, knows all.
		assertThat(this.revocations.held()).isEqualTo(300);
		assertThat(this.revocations.refuses(token("s299"))).isTrue();
	}

	@Test
	void leavesOutWhatNoTokenIsOldEnoughFor() throws Exception {
		create(1);
		publish(session("old"), Instant.now().minus(TOKEN_LIFE).minusSeconds(1));
		publish(session("new"), Instant.now().minusSeconds(1));
		this.feed.start();

		await().atMost(Duration.ofSeconds(20)).until(this.revocations::known);
		assertThat(this.revocations.refuses(token("old"))).isFalse();
		assertThat(this.revocations.refuses(token("new"))).isTrue();
	}

	@Test
	void knowsAllOfATopicWhoseRecordsAreTooOldToMatter() throws Exception {
		create(1);
		publish(session("old"), Instant.now().minus(Duration.ofHours(1)));
		this.feed.start();

		await().atMost(Duration.ofSeconds(20)).until(this.revocations::known);
		assertThat(this.revocations.held()).isZero();
	}

	@Test
	void findsPartitionsThatAreAddedLater() throws Exception {
		create(1);
		this.feed.start();
		await().atMost(Duration.ofSeconds(20)).until(this.revocations::known);
		try (Admin admin = admin()) {
			admin.createPartitions(Map.of(Revocation.TOPIC, NewPartitions.increaseTo(4))).all().get();
		}
		publish(TestKafka.bootstrapServers(), Instant.now(),
				IntStream.range(0, 20).mapToObj((i) -> session("p" + i)).toList());

		await().atMost(Duration.ofSeconds(30)).until(() -> this.revocations.held() == 20);
	}

	@Test
	void goesOnBehindARecordThatCannotBeRead() throws Exception {
		create(1);
		publish("{\"session\":", Instant.now());
		publish("{\"session\":7,\"blocked\":\"maybe\"}", Instant.now());
		publish(session("s1"), Instant.now());
		this.feed.start();

		await().atMost(Duration.ofSeconds(20)).until(this.revocations::known);
		assertThat(this.revocations.refuses(token("s1"))).isTrue();
	}

	@Test
	void doesNotSayThatItKnowsWhileKafkaIsDown() throws Exception {
		this.feed = feed(Map.of("bootstrap.servers", "localhost:" + unusedPort()));
		this.feed.start();

		await().during(Duration.ofSeconds(7)).atMost(Duration.ofSeconds(9)).until(() -> !this.revocations.known());
	}

	@Test
	void keepsWhatItKnowsThroughAnOutageAndLearnsAgainAfterIt() throws Exception {
		EmbeddedKafkaKraftBroker first = broker();
		// An embedded broker comes back at another port, as a container at another
		// address.
		Map<String, String> settings = new ConcurrentHashMap<>(Map.of("bootstrap.servers", first.getBrokersAsString()));
		this.feed = feed(settings);
		try {
			this.feed.start();
			await().atMost(Duration.ofSeconds(20)).until(this.revocations::known);
			publish(first.getBrokersAsString(), Instant.now(), List.of(session("before")));
			await().atMost(Duration.ofSeconds(20)).until(() -> this.revocations.refuses(token("before")));
		}
		finally {
			first.destroy();
		}
		await().atMost(Duration.ofSeconds(30)).until(() -> this.feed.silence() > 8000);
		assertThat(this.revocations.known()).isTrue();
		assertThat(this.revocations.refuses(token("before"))).isTrue();

		EmbeddedKafkaKraftBroker second = broker();
		settings.put("bootstrap.servers", second.getBrokersAsString());
		try {
			publish(second.getBrokersAsString(), Instant.now(), List.of(session("after")));
			await().atMost(Duration.ofSeconds(30)).until(() -> this.revocations.refuses(token("after")));
			assertThat(this.revocations.refuses(token("before"))).isTrue();
		}
		finally {
			second.destroy();
		}
	}

	@Test
	void endsItsThreadWhenItIsStopped() {
		this.feed.start();
		await().atMost(Duration.ofSeconds(20)).until(this.revocations::known);
		this.feed.stop();

		assertThat(Thread.getAllStackTraces().keySet()).noneMatch((thread) -> thread.getName().equals("revocations"));
		assertThat(this.feed.isRunning()).isFalse();
		assertThat(this.revocations.known()).isFalse();
	}

	private RevocationFeed feed(Map<String, String> kafka) {
		return new RevocationFeed(this.revocations, new RevocationSettings(true, TOKEN_LIFE, 1000, kafka),
				JsonMapper.builder().build(), Clock.systemUTC());
	}

	private static EmbeddedKafkaKraftBroker broker() {
		EmbeddedKafkaKraftBroker broker = new EmbeddedKafkaKraftBroker(1, 1, Revocation.TOPIC);
		broker.afterPropertiesSet();
		return broker;
	}

	private static void create(int partitions) throws Exception {
		try (Admin admin = admin()) {
			admin.createTopics(List.of(new NewTopic(Revocation.TOPIC, partitions, (short) 1))).all().get();
		}
	}

	private static java.util.Set<String> topics() throws Exception {
		try (Admin admin = admin()) {
			return admin.listTopics().names().get();
		}
	}

	private static Admin admin() {
		return Admin.create(Map.of("bootstrap.servers", TestKafka.bootstrapServers()));
	}

	private static void publish(String data, Instant at) throws Exception {
		publish(TestKafka.bootstrapServers(), at, List.of(data));
	}

	private static void publish(String bootstrap, Instant at, List<String> events) throws Exception {
		try (KafkaProducer<String, byte[]> producer = new KafkaProducer<>(Map.of("bootstrap.servers", bootstrap),
				new StringSerializer(), new ByteArraySerializer())) {
			for (String event : events) {
				ProducerRecord<String, byte[]> message = new ProducerRecord<>(Revocation.TOPIC, null, at.toEpochMilli(),
						UUID.randomUUID().toString(), event.getBytes(StandardCharsets.UTF_8));
				message.headers().add("ce_type", Revocation.TYPE.getBytes(StandardCharsets.UTF_8));
				producer.send(message).get();
			}
		}
	}

	private static String session(String id) {
		return """
				{"session":"%s","user":"u1","client":null,"issuedBefore":null,"blocked":false,"roles":null,
				"revokedAt":"2026-11-22T09:30:00Z"}""".formatted(id);
	}

	private static Jwt token(String session) {
		return Jwt.withTokenValue("t").header("alg", "RS256").claim("sid", session).build();
	}

	private static int unusedPort() throws IOException {
		try (ServerSocket socket = new ServerSocket(0)) {
			return socket.getLocalPort();
		}
	}

}
