package io.marquee.platform.revocation;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.security.oauth2.jwt.Jwt;

import static org.assertj.core.api.Assertions.assertThat;

class RevocationsTests {

	private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

	private static final Duration TOKEN_LIFE = Duration.ofMinutes(6);

	private Instant now = NOON;

	private final Revocations revocations = revocations(100);

	@Test
	void refusesNothingBeforeItHasHeardOfAnything() {
		assertThat(this.revocations.refuses(token("s1", "u1", NOON, "user", "admin"))).isFalse();
		assertThat(this.revocations.validate(token("s1", "u1", NOON)).hasErrors()).isFalse();
	}

	@Test
	void refusesEveryTokenOfASessionThatEndedAndNoOther() {
		say(new Revocation("s1", "u1", null, null, false, null, null));

		assertThat(this.revocations.refuses(token("s1", "u1", NOON.plusSeconds(1)))).isTrue();
		assertThat(this.revocations.refuses(token("s2", "u1", NOON.minusSeconds(60)))).isFalse();
		assertThat(this.revocations.validate(token("s1", "u1", NOON)).getErrors()).singleElement()
			.satisfies((error) -> assertThat(error.getErrorCode()).isEqualTo("invalid_token"));
	}

	@ParameterizedTest
	@CsvSource({ "11:59:59, true", "12:00:00, false", "12:00:01, false" })
	void refusesTokensOfSecondsBeforeTheRevocationsOwn(String issued, boolean refused) {
		say(new Revocation(null, "u1", null, NOON.plusMillis(900), false, null, null));

		Instant issuedAt = Instant.parse("2026-11-22T" + issued + "Z");
		assertThat(this.revocations.refuses(token("s1", "u1", issuedAt))).isEqualTo(refused);
		assertThat(this.revocations.refuses(token("s1", "u2", issuedAt))).isFalse();
	}

	@Test
	void theLatestTimeCountsInWhateverOrderTheyCome() {
		say(new Revocation(null, "u1", null, NOON.plusSeconds(10), false, null, null));
		say(new Revocation(null, "u1", null, NOON, false, null, null));

		assertThat(this.revocations.refuses(token("s1", "u1", NOON.plusSeconds(9)))).isTrue();
		assertThat(this.revocations.refuses(token("s1", "u1", NOON.plusSeconds(10)))).isFalse();
	}

	@Test
	void refusesABlockedUserUntilATimeIsToldAndNotBlocked() {
		say(new Revocation(null, "u1", null, NOON, true, null, null));
		assertThat(this.revocations.refuses(token("s1", "u1", NOON.plusSeconds(60)))).isTrue();

		say(new Revocation(null, "u1", null, null, false, List.of("user"), null));
		assertThat(this.revocations.refuses(token("s1", "u1", NOON.plusSeconds(60)))).isTrue();

		say(new Revocation(null, "u1", null, NOON.plusSeconds(30), false, null, null));
		assertThat(this.revocations.refuses(token("s1", "u1", NOON.plusSeconds(60)))).isFalse();
		assertThat(this.revocations.refuses(token("s1", "u1", NOON.plusSeconds(29)))).isTrue();
	}

	@Test
	void refusesRolesThatWereTakenAway() {
		say(new Revocation(null, "u1", null, null, false, List.of("user"), null));

		assertThat(this.revocations.refuses(token("s1", "u1", NOON, "user", "admin"))).isTrue();
		assertThat(this.revocations.refuses(token("s1", "u1", NOON, "staff"))).isTrue();
		assertThat(this.revocations.refuses(token("s1", "u1", NOON, "user", "offline_access"))).isFalse();
		assertThat(this.revocations.refuses(token("s1", "u2", NOON, "admin"))).isFalse();
	}

	@Test
	void theLastRolesCount() {
		say(new Revocation(null, "u1", null, null, false, List.of("user"), null));
		say(new Revocation(null, "u1", null, null, false, List.of("user", "admin"), null));
		say(new Revocation(null, "u1", null, NOON.minusSeconds(60), false, null, null));

		assertThat(this.revocations.refuses(token("s1", "u1", NOON, "admin"))).isFalse();
		assertThat(this.revocations.refuses(token("s1", "u1", NOON, "staff"))).isTrue();
	}

	@Test
	void whatComesOnceMoreDoesNotUndoWhatWasSaidSince() {
		Revocation promoted = new Revocation(null, "u1", null, null, false, List.of("user", "admin"), NOON);
		Revocation blocked = new Revocation(null, "u1", null, NOON, true, null, NOON.plusSeconds(1));
		say(promoted);
		say(blocked);
		say(new Revocation(null, "u1", null, NOON.plusSeconds(2), false, null, NOON.plusSeconds(2)));
		say(new Revocation(null, "u1", null, null, false, List.of("user"), NOON.plusSeconds(3)));

		say(promoted);
		say(blocked);

		assertThat(this.revocations.refuses(token("s1", "u1", NOON.plusSeconds(2), "user"))).isFalse();
		assertThat(this.revocations.refuses(token("s1", "u1", NOON.plusSeconds(2), "admin"))).isTrue();
		assertThat(this.revocations.refuses(token("s1", "u1", NOON.plusSeconds(1), "user"))).isTrue();
	}

	@Test
	void refusesAClientThatIsNoMoreWhoeverItsTokensSayTheyAreFor() {
		say(new Revocation(null, null, "partner", NOON, true, null, null));

		assertThat(this.revocations.refuses(partner("partner"))).isTrue();
		assertThat(this.revocations.refuses(partner("another"))).isFalse();
	}

	@ParameterizedTest
	@ValueSource(strings = { "sub", "azp" })
	void doesNotTakeOneKindOfIdForAnother(String claim) {
		say(new Revocation("x", "u9", null, null, false, null, null));

		assertThat(this.revocations.refuses(jwt(Map.of(claim, "x", "sid", "s"), NOON))).isFalse();
	}

	@Test
	void forgetsWhatNoTokenIsOldEnoughFor() {
		say(new Revocation("s1", "u1", null, null, false, null, null));
		this.now = NOON.plus(TOKEN_LIFE).minusMillis(1);
		this.revocations.forgetOld();
		assertThat(this.revocations.held()).isEqualTo(1);

		this.now = NOON.plus(TOKEN_LIFE);
		this.revocations.forgetOld();
		assertThat(this.revocations.held()).isZero();
		assertThat(this.revocations.forgottenEarly()).isZero();
	}

	@Test
	void keepsWhatWasSaidAgain() {
		say(new Revocation(null, "u1", null, NOON, true, null, null));
		this.now = NOON.plusSeconds(300);
		say(new Revocation(null, "u1", null, NOON, true, null, null));
		this.now = NOON.plus(TOKEN_LIFE).plusSeconds(1);
		this.revocations.forgetOld();

		assertThat(this.revocations.refuses(token("s1", "u1", this.now))).isTrue();
	}

	@Test
	void aTimeInTheFutureKeepsNothingForLonger() {
		this.revocations.add(new Revocation("s1", "u1", null, null, false, null, null),
				NOON.plus(Duration.ofDays(1)).toEpochMilli());
		this.now = NOON.plus(TOKEN_LIFE);
		this.revocations.forgetOld();

		assertThat(this.revocations.held()).isZero();
	}

	@Test
	void aRevocationOfNobodyChangesNothing() {
		say(new Revocation(null, null, null, NOON, true, null, null));

		assertThat(this.revocations.held()).isZero();
	}

	@Property(tries = 50)
	void neverHoldsMoreThanItMayAndForgetsTheOldestFirst(@ForAll @IntRange(min = 1, max = 20) int most,
			@ForAll @IntRange(min = 1, max = 60) int events) {
		Revocations bounded = revocations(most);
		for (int i = 0; i < events; i++) {
			bounded.add(new Revocation("s" + i, "u1", null, null, false, null, null), NOON.toEpochMilli());
		}

		assertThat(bounded.held()).isEqualTo(Math.min(most, events));
		assertThat(bounded.forgottenEarly()).isEqualTo(Math.max(0, events - most));
		assertThat(bounded.refuses(token("s" + (events - 1), "u1", NOON))).isTrue();
		assertThat(bounded.refuses(token("s0", "u1", NOON))).isEqualTo(events <= most);
	}

	private Revocations revocations(int most) {
		return new Revocations(TOKEN_LIFE, most, new Clock() {
			@Override
			public Instant instant() {
				return RevocationsTests.this.now;
			}

			@Override
			public java.time.ZoneId getZone() {
				return ZoneOffset.UTC;
			}

			@Override
			public Clock withZone(java.time.ZoneId zone) {
				return this;
			}
		});
	}

	private void say(Revocation news) {
		this.revocations.add(news, this.now.toEpochMilli());
	}

	private static Jwt token(String session, String user, Instant issuedAt, String... roles) {
		return jwt(Map.of("sid", session, "sub", user, "azp", "marquee-app", "realm_access",
				Map.of("roles", List.of(roles))), issuedAt);
	}

	private static Jwt partner(String client) {
		return jwt(Map.of("sub", "service-account-" + client, "azp", client), NOON.plusSeconds(60));
	}

	private static Jwt jwt(Map<String, Object> claims, Instant issuedAt) {
		return Jwt.withTokenValue("t")
			.header("alg", "RS256")
			.claims((all) -> all.putAll(claims))
			.issuedAt(issuedAt)
			.build();
	}

}
