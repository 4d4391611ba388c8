package io.marquee.identity;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

import com.icegreen.greenmail.util.GreenMailUtil;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Somebody tries addresses to learn who has an account.
 */
@IdentityIT
class EnumerationIT {

	private static final String PASSWORD = "Popcorn-and-2-seats";

	@Autowired
	private Api api;

	@Autowired
	private MongoTemplate mongo;

	private final String known = UUID.randomUUID() + "@example.org";

	private final String unknown = UUID.randomUUID() + "@example.org";

	@BeforeEach
	void registered() {
		this.api.register(this.known, PASSWORD).expect(201);
		this.mongo.getCollection("otps").deleteMany(new Document());
	}

	@Test
	void learnsNothingFromCodesForSigningUp() {
		same("/api/v1/auth/send-otp", Map.of(), 200);
		same("/api/v1/auth/resend-otp", Map.of(), 429);
		for (int i = 0; i < 5; i++) {
			same("/api/v1/auth/verify-otp", Map.of("otp", "000000"), 400);
		}
		same("/api/v1/auth/verify-otp", Map.of("otp", "000000"), 429);
	}

	@Test
	void learnsNothingFromCodesForNewPasswords() {
		same("/api/v1/auth/forgot-password", Map.of(), 200);
		same("/api/v1/auth/forgot-password", Map.of(), 429);
		for (int i = 0; i < 5; i++) {
			same("/api/v1/auth/reset-password", Map.of("otp", "000000", "newPassword", "weak"), 400);
		}
		same("/api/v1/auth/reset-password", Map.of("otp", "000000", "newPassword", PASSWORD), 429);

		await().atMost(Duration.ofSeconds(30)).until(() -> !Mailbox.mailsTo(this.unknown).isEmpty());
		assertThat(GreenMailUtil.getBody(Mailbox.mailsTo(this.unknown).getLast()))
			.contains("There is no account with it")
			.doesNotContain("code is");
	}

	@Test
	void learnsNothingFromLogIns() {
		for (int i = 0; i < 10; i++) {
			same("/api/v1/auth/login", Map.of("password", "Wrong-password-1"), 401);
		}
		same("/api/v1/auth/login", Map.of("password", PASSWORD), 429);
		same("/api/v1/admin/login", Map.of("password", "Wrong-password-1"), 429);
	}

	private void same(String path, Map<String, String> more, int status) {
		Api.Answer toKnown = ask(path, this.known, more).expect(status);
		Api.Answer toUnknown = ask(path, this.unknown, more).expect(status);

		assertThat(toUnknown.headers().headerNames()).isEqualTo(toKnown.headers().headerNames());
		assertThat(text(toUnknown)).isEqualTo(text(toKnown));
	}

	private Api.Answer ask(String path, String address, Map<String, String> more) {
		Map<String, String> body = new HashMap<>(more);
		body.put("email", address);
		return this.api.post(path, body);
	}

	/** Without the trace, and without the seconds still to wait. */
	private static String text(Api.Answer answer) {
		return answer.body().toString().replaceAll("\"traceId\":\"[^\"]*\"", "").replaceAll("\\d+ s\\b", "");
	}

}
