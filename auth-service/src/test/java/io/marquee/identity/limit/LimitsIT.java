package io.marquee.identity.limit;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import io.marquee.identity.EmailAddress;
import io.marquee.identity.MutableClock;
import io.marquee.identity.Parallel;
import io.marquee.platform.web.ApiException;
import io.marquee.test.TestStore;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.http.HttpStatus;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The arithmetic of limits, on the real store and with two replicas.
 */
class LimitsIT {

	private static final EmailAddress ACCOUNT = new EmailAddress("asha@example.org");

	private final MongoClient client = MongoClients.create(TestStore.uri());

	private final MongoTemplate mongo = new MongoTemplate(this.client, "limits-" + UUID.randomUUID());

	private final MutableClock clock = new MutableClock(Instant.parse("2026-11-22T10:00:00.250Z"));

	private final Limits one = LimitsFixture.on(this.mongo, this.clock);

	private final Limits other = LimitsFixture.on(this.mongo, this.clock);

	private final MockHttpServletRequest request = new MockHttpServletRequest();

	private final PasswordGuesses guesses = new PasswordGuesses(this.one,
			LimitsFixture.familiarClients(this.mongo, this.clock),
			new EvenFailures(LimitsFixture.settings(), this.clock, (time) -> {
			}), this.request);

	private MockHttpServletResponse response = new MockHttpServletResponse();

	@BeforeEach
	void answer() {
		this.response = new MockHttpServletResponse();
		RequestContextHolder.setRequestAttributes(new ServletRequestAttributes(this.request, this.response));
	}

	@AfterEach
	void close() {
		RequestContextHolder.resetRequestAttributes();
		this.client.close();
	}

	@Test
	void isSharedByAllReplicasAndExactThoughHundredsComeAtOnce() {
		AtomicInteger turn = new AtomicInteger();

		List<String> outcomes = Parallel.times(200,
				() -> spend((turn.getAndIncrement() % 2 == 0) ? this.one : this.other));

		assertThat(Collections.frequency(outcomes, "done")).isEqualTo(10);
		assertThat(Collections.frequency(outcomes, "RATE_LIMITED")).isEqualTo(190);
	}

	@Test
	void countsForEachKeyAndLimitAlone() {
		exhaust();

		assertThat(outcome(() -> this.one.spend(Limit.REFRESH_BY_CLIENT, "10.0.0.2"))).isEqualTo("done");
		assertThat(outcome(() -> this.one.spend(Limit.LOG_IN_BY_CLIENT, "10.0.0.1"))).isEqualTo("done");
	}

	@Test
	void refusesUntilExactlyTheTimeItTells() {
		exhaust();
		this.clock.advance(Duration.ofMillis(90_700));
		Duration wait = refused().retryAfter();

		this.clock.advance(wait.minusSeconds(1));
		assertThat(spend(this.one)).isEqualTo("RATE_LIMITED");
		this.clock.advance(Duration.ofSeconds(1));
		assertThat(spend(this.one)).isEqualTo("done");
	}

	@Test
	void tellsHowTheClientStands() {
		spend(this.one);
		assertHeaders("9", "300");

		this.clock.advance(Duration.ofSeconds(60));
		this.response = new MockHttpServletResponse();
		RequestContextHolder.setRequestAttributes(new ServletRequestAttributes(this.request, this.response));
		exhaust();
		refused();
		assertHeaders("0", "240");
	}

	@Test
	void doesNotCountWhatFails() {
		for (int i = 0; i < 20; i++) {
			assertThat(outcome(() -> this.one.spend(Limit.OTP_SEND, "a", () -> {
				throw new ApiException(HttpStatus.TOO_MANY_REQUESTS, "OTP_COOL_DOWN", "later");
			}))).isEqualTo("OTP_COOL_DOWN");
		}
	}

	@Test
	void countsWrongGuessesOnly() {
		for (int i = 0; i < 50; i++) {
			assertThat(right()).isEqualTo("done");
			assertThat(guess(HttpStatus.SERVICE_UNAVAILABLE)).isEqualTo("SERVICE_UNAVAILABLE");
		}
		for (int i = 0; i < 10; i++) {
			assertThat(wrong()).isEqualTo("UNAUTHORIZED");
		}

		assertThat(right()).isEqualTo("RATE_LIMITED");
	}

	@Test
	void makesNoMoreGuessesOfManyAtOnceThanMayBeUnderWay() {
		wrong();

		List<String> outcomes = Parallel.times(200, this::wrong);

		assertThat(Collections.frequency(outcomes, "UNAUTHORIZED")).isEqualTo(9);
	}

	@Test
	void letsManyRightGuessesBeUnderWayAtOnce() {
		assertThat(Parallel.times(60, this::right)).containsOnly("done");
	}

	@Test
	void doesNotShutTheOwnerOutForAStrangersGuesses() {
		from("10.0.0.66");
		for (int i = 0; i < 10; i++) {
			assertThat(wrong()).isEqualTo("UNAUTHORIZED");
		}
		assertThat(wrong()).isEqualTo("RATE_LIMITED");

		from("10.0.0.1");
		assertThat(right()).isEqualTo("done");
	}

	@Test
	void boundsGuessesFromManyPlacesButNotWhereTheOwnerWasBefore() {
		from("10.0.0.1");
		assertThat(right()).isEqualTo("done");
		int wrong = 0;
		for (int i = 0; i < 100; i++) {
			from("10.1.0." + i);
			wrong += wrong().equals("UNAUTHORIZED") ? 1 : 0;
		}
		assertThat(wrong).isEqualTo(30);

		assertThat(right()).isEqualTo("RATE_LIMITED");
		from("10.0.0.1");
		assertThat(right()).isEqualTo("done");
		this.clock.advance(Duration.ofHours(1));
		from("10.1.0.1");
		assertThat(right()).isEqualTo("done");
	}

	@Test
	void forgivesAnOwnerWhoProvedThemselvesOtherwise() {
		for (int i = 0; i < 30; i++) {
			from("10.1.0." + i);
			wrong();
		}
		from("10.0.0.1");
		assertThat(right()).isEqualTo("RATE_LIMITED");

		this.guesses.forgive(ACCOUNT);

		assertThat(right()).isEqualTo("done");
	}

	@Test
	void keepsNeitherAddressesOfMailNorOfTheNetwork() {
		from("10.0.0.1");
		right();
		wrong();

		for (String collection : List.of(Spendings.COLLECTION, FamiliarClients.COLLECTION)) {
			List<Document> all = this.mongo.findAll(Document.class, collection);
			assertThat(all).isNotEmpty();
			assertThat(all.toString()).doesNotContain("asha").doesNotContain("10.0.0.1");
		}
	}

	@Test
	void forgetsWhatHasEnded() {
		exhaust();
		this.one.forget();
		assertThat(this.mongo.findAll(Spending.class)).hasSize(1);

		this.clock.advance(Duration.ofMinutes(7));
		this.one.forget();

		assertThat(this.mongo.findAll(Spending.class)).isEmpty();
	}

	private void from(String address) {
		this.request.setRemoteAddr(address);
	}

	private void exhaust() {
		for (int i = 0; i < 10; i++) {
			spend(this.one);
		}
	}

	private String spend(Limits replica) {
		return outcome(() -> replica.spend(Limit.REFRESH_BY_CLIENT, "10.0.0.1"));
	}

	private ApiException refused() {
		try {
			this.one.spend(Limit.REFRESH_BY_CLIENT, "10.0.0.1");
		}
		catch (ApiException ex) {
			return ex;
		}
		throw new AssertionError("not refused");
	}

	private String right() {
		return outcome(() -> this.guesses.guess(ACCOUNT, () -> "session"));
	}

	private String wrong() {
		return guess(HttpStatus.UNAUTHORIZED);
	}

	private String guess(HttpStatus status) {
		return outcome(() -> this.guesses.guess(ACCOUNT, () -> {
			throw new ApiException(status, status.name(), "no");
		}));
	}

	private void assertHeaders(String remaining, String reset) {
		assertThat(this.response.getHeader("RateLimit-Limit")).isEqualTo("10");
		assertThat(this.response.getHeader("RateLimit-Remaining")).isEqualTo(remaining);
		assertThat(this.response.getHeader("RateLimit-Reset")).isEqualTo(reset);
	}

	private static String outcome(Runnable attempt) {
		try {
			attempt.run();
			return "done";
		}
		catch (ApiException ex) {
			return ex.code();
		}
	}

}
