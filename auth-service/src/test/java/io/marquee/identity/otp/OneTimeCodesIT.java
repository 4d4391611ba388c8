package io.marquee.identity.otp;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import io.marquee.identity.EmailAddress;
import io.marquee.identity.MutableClock;
import io.marquee.identity.Parallel;
import io.marquee.identity.limit.LimitsFixture;
import io.marquee.platform.web.ApiException;
import io.marquee.test.TestStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSenderImpl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

/**
 * The rules of one-time codes, on the real store.
 */
class OneTimeCodesIT {

	private static final EmailAddress ADDRESS = new EmailAddress("Asha@Example.org");

	private final MongoClient client = MongoClients.create(TestStore.uri());

	private final MongoTemplate mongo = new MongoTemplate(this.client, "otp-" + UUID.randomUUID());

	private final MutableClock clock = new MutableClock(Instant.parse("2026-11-22T10:00:00Z"));

	private final OtpSettings settings = new OtpSettings("a key for tests, 32 characters or more",
			Duration.ofMinutes(10), Duration.ofSeconds(60), 5, "m@example.org");

	private final OtpSecrets secrets = new OtpSecrets(this.settings);

	private final PostBox post = new PostBox(this.settings);

	private final Set<EmailAddress> known = new HashSet<>();

	private final Otps otps = new Otps(this.mongo);

	private final OtpMails mails = new OtpMails(this.otps, this.secrets, this.post,
			(address) -> this.known.contains(address), this.clock);

	private final OneTimeCodes codes = new OneTimeCodes(this.otps, this.secrets, this.mails, this.settings,
			LimitsFixture.on(this.mongo, this.clock), this.clock);

	@AfterEach
	void close() {
		this.mails.stop();
		this.client.close();
	}

	@Test
	void acceptsACodeOnce() {
		String code = send();

		this.codes.verify(OtpPurpose.SIGN_UP, new EmailAddress(" asha@example.ORG"), code);
		refuses("OTP_INVALID", code);
	}

	@Test
	void acceptsARightCodeOnceOfManyAtTheSameTime() {
		String code = send();

		assertThat(Parallel.times(5, () -> attempt(code))).containsOnlyOnce("accepted");
	}

	@Test
	void allowsFiveGuessesThoughHundredsComeAtOnce() {
		String code = send();

		List<String> outcomes = Parallel.times(200, () -> attempt(wrong(code)));

		assertThat(Collections.frequency(outcomes, "OTP_INVALID")).isEqualTo(5);
		assertThat(Collections.frequency(outcomes, "OTP_TOO_MANY_ATTEMPTS")).isEqualTo(195);
		refuses("OTP_TOO_MANY_ATTEMPTS", code);
	}

	@Test
	void acceptsTheRightCodeAtTheFifthAttempt() {
		String code = send();
		for (int i = 0; i < 4; i++) {
			refuses("OTP_INVALID", wrong(code));
		}

		assertThatCode(() -> this.codes.verify(OtpPurpose.SIGN_UP, ADDRESS, code)).doesNotThrowAnyException();
	}

	@Test
	void forgetsACodeAfterTenMinutes() {
		String code = send();
		this.clock.advance(Duration.ofMinutes(10));

		refuses("OTP_EXPIRED", code);
	}

	@Test
	void bindsACodeToItsPurposeAndAddress() {
		String code = send();

		assertThatExceptionOfType(ApiException.class)
			.isThrownBy(() -> this.codes.verify(OtpPurpose.PASSWORD_RESET, ADDRESS, code))
			.satisfies((ex) -> assertThat(ex.code()).isEqualTo("OTP_INVALID"));
		assertThatExceptionOfType(ApiException.class)
			.isThrownBy(() -> this.codes.verify(OtpPurpose.SIGN_UP, new EmailAddress("b@example.org"), code))
			.satisfies((ex) -> assertThat(ex.code()).isEqualTo("OTP_INVALID"));
	}

	@Test
	void sendsOneCodeAMinuteThoughManyAsk() {
		List<Boolean> sent = Parallel.times(20, () -> {
			try {
				this.codes.send(OtpPurpose.SIGN_UP, ADDRESS);
				return true;
			}
			catch (ApiException ex) {
				assertThat(ex.code()).isEqualTo("OTP_COOL_DOWN");
				assertThat(ex.retryAfter()).isEqualTo(Duration.ofSeconds(60));
				return false;
			}
		});

		assertThat(sent).containsOnlyOnce(true);
		await().atMost(Duration.ofSeconds(30)).until(() -> this.post.received.size() == 1);
	}

	@Test
	void replacesTheOldCodeByTheNew() {
		String old = send();
		refuses("OTP_INVALID", wrong(old));
		this.clock.advance(Duration.ofSeconds(60));
		String fresh = send();

		if (!old.equals(fresh)) {
			refuses("OTP_INVALID", old);
		}
		this.codes.verify(OtpPurpose.SIGN_UP, ADDRESS, fresh);
	}

	@Test
	void keepsAMailUntilTheServerTakesItAndSendsItOnce() {
		this.post.down = true;
		this.codes.send(OtpPurpose.SIGN_UP, ADDRESS);
		await().atMost(Duration.ofSeconds(30)).until(() -> this.post.refused > 0);
		assertThat(this.post.received).isEmpty();
		assertThat(this.mongo.findAll(org.bson.Document.class, "otps").toString()).doesNotContain("asha")
			.doesNotContain("example.org");

		this.post.down = false;
		await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
			this.clock.advance(Duration.ofSeconds(1));
			this.mails.sweep();
			assertThat(this.post.received).hasSize(1);
		});
		this.clock.advance(Duration.ofSeconds(40));
		Parallel.times(10, () -> {
			this.mails.sweep();
			return true;
		});

		assertThat(this.post.received).hasSize(1);
		this.codes.verify(OtpPurpose.SIGN_UP, ADDRESS, this.post.received.getFirst());
	}

	@Test
	void removesCodesLongExpired() {
		send();
		this.mails.forget();
		assertThat(this.mongo.count(new org.springframework.data.mongodb.core.query.Query(), Otp.class)).isOne();

		this.clock.advance(Duration.ofMinutes(12));
		this.mails.forget();

		assertThat(this.mongo.count(new org.springframework.data.mongodb.core.query.Query(), Otp.class)).isZero();
	}

	@Test
	void usesACodeUpOnlyIfItsDeedIsDone() {
		String code = send();
		for (int i = 0; i < 10; i++) {
			assertThatExceptionOfType(ApiException.class)
				.isThrownBy(() -> this.codes.redeem(OtpPurpose.SIGN_UP, ADDRESS, code, () -> {
					refuses("OTP_INVALID", code);
					throw OneTimeCodes.invalid();
				}));
		}

		this.codes.redeem(OtpPurpose.SIGN_UP, ADDRESS, code, () -> {
		});
		refuses("OTP_INVALID", code);
	}

	@Test
	void mailsACodeForANewPasswordOnlyToAnAccount() {
		this.codes.send(OtpPurpose.PASSWORD_RESET, ADDRESS);
		await().atMost(Duration.ofSeconds(30)).until(() -> this.post.received.contains("no account"));

		this.known.add(ADDRESS);
		this.clock.advance(Duration.ofSeconds(60));
		this.codes.send(OtpPurpose.PASSWORD_RESET, ADDRESS);
		await().atMost(Duration.ofSeconds(30)).until(() -> this.post.received.size() == 2);
		this.codes.verify(OtpPurpose.PASSWORD_RESET, ADDRESS, this.post.received.getLast());
	}

	private String send() {
		int before = this.post.received.size();
		this.codes.send(OtpPurpose.SIGN_UP, ADDRESS);
		await().atMost(Duration.ofSeconds(30)).until(() -> this.post.received.size() > before);
		return this.post.received.getLast();
	}

	private String attempt(String code) {
		try {
			this.codes.verify(OtpPurpose.SIGN_UP, ADDRESS, code);
			return "accepted";
		}
		catch (ApiException ex) {
			return ex.code();
		}
	}

	private void refuses(String why, String code) {
		assertThat(attempt(code)).isEqualTo(why);
	}

	private static String wrong(String code) {
		return "%06d".formatted((Integer.parseInt(code) + 1) % 1_000_000);
	}

	private static final class PostBox extends OtpPost {

		private final List<String> received = Collections.synchronizedList(new ArrayList<>());

		private volatile boolean down;

		private volatile int refused;

		private PostBox(OtpSettings settings) {
			super(new JavaMailSenderImpl(), settings);
		}

		@Override
		void post(String address, String code, Duration lifetime) {
			if (this.down) {
				this.refused = this.refused + 1;
				throw new MailSendException("down");
			}
			assertThat(address).isEqualTo("asha@example.org");
			this.received.add(code);
		}

		@Override
		void postThatThereIsNoAccount(String address) {
			assertThat(address).isEqualTo("asha@example.org");
			this.received.add("no account");
		}

	}

}
