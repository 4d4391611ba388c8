package io.marquee.gateway;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import io.marquee.platform.revocation.Revocation;
import io.marquee.platform.revocation.Revocations;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;

class RevokedTokenTests extends RunningGateway {

	private static final String ORDERS = "/api/v1/user/orders";

	@Autowired
	private Revocations revocations;

	private final String user = UUID.randomUUID().toString();

	@Test
	void refusesTokensOfASessionThatEndedEvenWhereNoneIsNeeded() {
		String token = tokens.ofSession("s-" + this.user, this.user, "user");
		getAs(token, ORDERS).expectStatus().isOk();

		say(new Revocation("s-" + this.user, this.user, null, null, false, null, null));

		Failure.expect(getAs(token, ORDERS), HttpStatus.UNAUTHORIZED, "UNAUTHENTICATED")
			.expectHeader()
			.valueEquals("WWW-Authenticate", "Bearer");
		Failure.expect(getAs(token, "/api/v1/user/movies"), HttpStatus.UNAUTHORIZED, "UNAUTHENTICATED");
		get("/api/v1/user/movies").expectStatus().isOk();
		getAs(tokens.ofSession("another", this.user, "user"), ORDERS).expectStatus().isOk();
	}

	@Test
	void refusesEverythingOfAUserWhoIsBlocked() {
		say(new Revocation(null, this.user, null, Instant.now(), true, null, null));

		Failure.expect(getAs(tokens.ofSession("s1", this.user, "user"), ORDERS), HttpStatus.UNAUTHORIZED,
				"UNAUTHENTICATED");
		getAs(tokens.ofSession("s1", "somebody-else", "user"), ORDERS).expectStatus().isOk();
	}

	@Test
	void refusesWhatWasIssuedBeforeATime() {
		say(new Revocation(null, this.user, null, Instant.now().plusSeconds(2), false, null, null));

		Failure.expect(getAs(tokens.ofSession("s1", this.user, "user"), ORDERS), HttpStatus.UNAUTHORIZED,
				"UNAUTHENTICATED");
	}

	@Test
	void refusesARoleThatWasTakenAway() {
		say(new Revocation(null, this.user, null, null, false, List.of("user"), null));

		Failure.expect(getAs(tokens.ofSession("s1", this.user, "user", "admin"), "/api/v1/admin/movies"),
				HttpStatus.UNAUTHORIZED, "UNAUTHENTICATED");
		getAs(tokens.ofSession("s1", this.user, "user"), ORDERS).expectStatus().isOk();
	}

	@Test
	void refusesAPartnerWhoseClientIsNoMore() {
		say(new Revocation(null, null, "gone-" + this.user, Instant.now(), true, null, null));

		Failure.expect(getAs(tokens.partner("gone-" + this.user, 60), "/api/v1/bookings/status/b1"),
				HttpStatus.UNAUTHORIZED, "UNAUTHENTICATED");
	}

	private void say(Revocation news) {
		this.revocations.add(news, Instant.now().toEpochMilli());
	}

}
