package io.marquee.identity;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.marquee.test.TestKafka;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;
import org.springframework.data.mongodb.core.MongoTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Signing up, as a client does it.
 */
@IdentityIT
class SignUpIT {

	private static final String PASSWORD = "Popcorn-and-2-seats";

	@Autowired
	private Api api;

	@Autowired
	private MongoTemplate mongo;

	private final String email = UUID.randomUUID() + "@example.org";

	@Test
	void makesAnAccountOutOfAProvenAddress() {
		Api.Answer answer = this.api.post("/api/v1/auth/signup", application(Map.of("phone", "+919812345678")))
			.expect(201);

		assertThat(answer.text("accessToken")).isNotBlank();
		assertThat(answer.text("refreshToken")).isNotBlank();
		// Five minutes, less what passed between issuing and answering.
		assertThat(answer.data().path("expiresIn").asInt()).isBetween(290, 300);
		assertThat(answer.headers().getCacheControl()).contains("no-store");
		Api.Answer me = this.api.get("/api/v1/auth/me", answer.text("accessToken")).expect(200);
		assertThat(me.data()).isEqualTo(answer.data().path("user"));
		assertThat(me.text("email")).isEqualTo(this.email);
		assertThat(me.text("fullName")).isEqualTo("Asha Maria Rao");
		assertThat(me.text("phone")).isEqualTo("+919812345678");
		assertThat(me.data().path("roles").toString()).isEqualTo("[\"user\"]");
		assertThat(me.data().path("emailVerified").asBoolean()).isTrue();
		this.api.login(this.email, PASSWORD).expect(200);
	}

	@Test
	void announcesTheNewUserWithoutPersonalData() {
		String userId = this.api.register(this.email, PASSWORD).expect(201).data().path("user").path("id").asString();

		ConsumerRecord<String, String> event = eventOf(userId);
		assertThat(header(event, "ce_type")).isEqualTo("marquee.user.registered");
		assertThat(header(event, "ce_subject")).isEqualTo(userId);
		assertThat(header(event, "ce_source")).isEqualTo("/auth-service");
		assertThat(event.value()).doesNotContain(this.email).doesNotContain("Asha");
		assertThat(SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
			.getSchema(resource("schema.json"), InputFormat.JSON)
			.validate(event.value(), InputFormat.JSON)).isEmpty();
	}

	@Test
	void answersAlikeForKnownAndUnknownAddresses() {
		this.api.register(this.email, PASSWORD).expect(201);
		this.mongo.getCollection("otps").deleteMany(new org.bson.Document());

		Api.Answer known = this.api.post("/api/v1/auth/send-otp", Map.of("email", this.email));
		Api.Answer unknown = this.api.post("/api/v1/auth/send-otp", Map.of("email", "new-" + this.email));

		assertThat(known.status()).isEqualTo(unknown.status()).isEqualTo(200);
		assertThat(known.body()).isEqualTo(unknown.body());
		assertThat(known.headers().headerNames()).isEqualTo(unknown.headers().headerNames());
	}

	@Test
	void tellsOnlyTheProvenOwnerThatAnAddressIsTaken() {
		this.api.register(this.email, PASSWORD).expect(201);
		this.mongo.getCollection("otps").deleteMany(new org.bson.Document());

		this.api.register(this.email, PASSWORD).expect(409, "EMAIL_TAKEN");
	}

	@Test
	void makesOneAccountOfOneToken() {
		Map<String, Object> application = application(Map.of());
		this.api.post("/api/v1/auth/register", application).expect(201);

		this.api.post("/api/v1/auth/register", application).expect(409, "REGISTRATION_TOKEN_USED");
		application.put("registrationToken", "made-up");
		this.api.post("/api/v1/auth/register", application).expect(400, "REGISTRATION_TOKEN_INVALID");
	}

	@Test
	void makesOneAccountOfParallelRequestsWithOneToken() {
		Map<String, Object> application = application(Map.of());

		List<Integer> statuses = Parallel.times(8, () -> this.api.post("/api/v1/auth/register", application).status());

		assertThat(statuses).containsOnlyOnce(201).allMatch((status) -> status == 201 || status == 409);
	}

	@ParameterizedTest
	@ValueSource(strings = { "short1", "onlyletters", "12345678901" })
	void passesKeycloaksOpinionOfAWeakPasswordOnAndKeepsTheTokenGood(String weak) {
		Map<String, Object> application = application(Map.of("password", weak));
		Api.Answer refused = this.api.post("/api/v1/auth/register", application).expect(400, "VALIDATION_FAILED");
		assertThat(refused.body().path("errors").path(0).path("field").asString()).isEqualTo("password");
		assertThat(refused.body().path("errors").path(0).path("message").asString()).startsWith("Invalid password");

		application.put("password", PASSWORD);
		this.api.post("/api/v1/auth/register", application).expect(201);
	}

	@ParameterizedTest
	@ValueSource(strings = { "role", "roles", "isAdmin", "emailVerified" })
	void refusesFieldsThatAreNotTheClientsToSet(String field) {
		Map<String, Object> application = application(Map.of(field, "admin"));

		this.api.post("/api/v1/auth/register", application).expect(400);
		application.remove(field);
		Api.Answer answer = this.api.post("/api/v1/auth/register", application).expect(201);
		assertThat(answer.data().path("user").path("roles").toString()).isEqualTo("[\"user\"]");
	}

	@Test
	void keepsUsernamesUniqueAndApartFromAddresses() {
		String name = "u" + UUID.randomUUID().toString().substring(0, 8);
		Api.Answer first = this.api.post("/api/v1/auth/register", application(Map.of("username", name))).expect(201);
		assertThat(first.data().path("user").path("username").asString()).isEqualTo(name);

		Map<String, Object> second = application(Map.of("username", name), "second-" + this.email);
		this.api.post("/api/v1/auth/register", second).expect(409, "USERNAME_TAKEN");
		second.put("username", this.email);
		this.api.post("/api/v1/auth/register", second).expect(400, "VALIDATION_FAILED");
	}

	@Test
	void coolsDownBetweenCodes() {
		Map<String, String> address = Map.of("email", this.email);
		this.api.post("/api/v1/auth/send-otp", address).expect(200);

		Api.Answer again = this.api.post("/api/v1/auth/resend-otp", address).expect(429, "OTP_COOL_DOWN");
		assertThat(Integer.parseInt(again.headers().getFirst("Retry-After"))).isBetween(1, 60);
	}

	@Test
	void namesEachFieldThatIsWrong() {
		Api.Answer answer = this.api.post("/api/v1/auth/register", Map.of("fullName", " ", "phone", "none"))
			.expect(400, "VALIDATION_FAILED");
		assertThat(answer.body().path("errors").findValuesAsString("field")).contains("registrationToken", "fullName",
				"password", "phone");
		this.api.post("/api/v1/auth/send-otp", Map.of("email", "nobody")).expect(400, "VALIDATION_FAILED");
		this.api.post("/api/v1/auth/verify-otp", Map.of("email", this.email, "otp", "12"))
			.expect(400, "VALIDATION_FAILED");
	}

	private Map<String, Object> application(Map<String, ?> more) {
		return application(more, this.email);
	}

	private Map<String, Object> application(Map<String, ?> more, String address) {
		Map<String, Object> application = new LinkedHashMap<>(Map.of("registrationToken",
				this.api.proveAddress(address), "fullName", "  Asha  Maria Rao ", "password", PASSWORD));
		application.putAll(more);
		return application;
	}

	private static ConsumerRecord<String, String> eventOf(String userId) {
		Map<String, Object> settings = Map.of(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, TestKafka.bootstrapServers(),
				ConsumerConfig.GROUP_ID_CONFIG, UUID.randomUUID().toString(), ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
				"earliest");
		try (KafkaConsumer<String, String> consumer = new KafkaConsumer<>(settings, new StringDeserializer(),
				new StringDeserializer())) {
			consumer.subscribe(List.of("marquee.identity.v1"));
			for (int polls = 0; polls < 60; polls++) {
				for (ConsumerRecord<String, String> event : consumer.poll(Duration.ofMillis(500))) {
					if (userId.equals(event.key())) {
						return event;
					}
				}
			}
		}
		throw new AssertionError("No event of " + userId);
	}

	private static String header(ConsumerRecord<String, String> event, String name) {
		return new String(event.headers().lastHeader(name).value());
	}

	private static String resource(String name) {
		try {
			return new ClassPathResource("contracts/marquee.user.registered/" + name)
				.getContentAsString(java.nio.charset.StandardCharsets.UTF_8);
		}
		catch (java.io.IOException ex) {
			throw new java.io.UncheckedIOException(ex);
		}
	}

}
