package io.marquee.booking.ticket;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.MACSigner;
import io.marquee.booking.booking.Booking;
import io.marquee.booking.booking.BookingFixture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class TicketSignerTests {

	private static final String OLD = "2026:" + TicketFixture.SECRET;

	private static final String NEW = "2027:" + "z".repeat(44);

	private final TicketSigner signer = signer(OLD);

	private final Booking booking = BookingFixture.confirmed("A1", "A2");

	@Test
	void codeLeadsBackToItsBookingAndIsTheSameEachTime() {
		String code = this.signer.codeOf(this.booking);
		assertThat(this.signer.verify(code)).contains(this.booking.id());
		assertThat(signer(OLD).codeOf(this.booking)).isEqualTo(code);
	}

	@Test
	void codeSaysLittleSoThatItsPictureStaysCoarse() throws Exception {
		String code = this.signer.codeOf(this.booking);
		assertThat(JWSObject.parse(code).getPayload().toJSONObject()).containsOnlyKeys("sub", "code", "show", "seats");
		assertThat(QrCode.of(code).size()).isLessThanOrEqualTo(65);
	}

	@Test
	void newKeySignsAndTheOldOneStillVerifiesUntilItIsTakenAway() {
		TicketSigner rotated = signer(NEW + "," + OLD);
		String old = this.signer.codeOf(this.booking);
		String fresh = rotated.codeOf(this.booking);
		assertThat(rotated.verify(old)).contains(this.booking.id());
		assertThat(rotated.verify(fresh)).contains(this.booking.id());
		assertThat(this.signer.verify(fresh)).isEmpty();
		assertThat(signer(NEW).verify(old)).isEmpty();
	}

	@Test
	void changedClaimsAreForged() {
		String[] parts = this.signer.codeOf(this.booking).split("\\.");
		String other = this.signer.codeOf(BookingFixture.confirmed("A1", "A2")).split("\\.")[1];
		assertThat(this.signer.verify(parts[0] + "." + other + "." + parts[2])).isEmpty();
	}

	@Test
	void anotherKeyUnderOurIdIsForgedAndSoIsOurKeyUnderNoneOrAnotherId() throws Exception {
		assertThat(this.signer.verify(code("2026", JWSAlgorithm.HS256, "x".repeat(32)))).isEmpty();
		String secret = new String(Base64.getDecoder().decode(TicketFixture.SECRET), StandardCharsets.UTF_8);
		assertThat(this.signer.verify(code("2026", JWSAlgorithm.HS256, secret))).as("ours").isPresent();
		assertThat(this.signer.verify(code("1999", JWSAlgorithm.HS256, secret))).isEmpty();
		assertThat(this.signer.verify(code(null, JWSAlgorithm.HS256, secret))).isEmpty();
	}

	@Test
	void anotherAlgorithmIsForged() throws Exception {
		TicketSigner signer = signer("long:" + Base64.getEncoder().encodeToString("y".repeat(64).getBytes()));
		assertThat(signer.verify(code("long", JWSAlgorithm.HS256, "y".repeat(64)))).isPresent();
		assertThat(signer.verify(code("long", JWSAlgorithm.HS512, "y".repeat(64)))).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "{\"alg\":\"none\"}", "{\"alg\":\"none\",\"kid\":\"2026\"}", "{\"kid\":\"2026\"}", "{}" })
	void unsignedCodeIsForged(String header) {
		String payload = this.signer.codeOf(this.booking).split("\\.")[1];
		String encoded = Base64.getUrlEncoder().withoutPadding().encodeToString(header.getBytes());
		assertThat(this.signer.verify(encoded + "." + payload + ".")).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "..", "a.b.c", "G3KU-NYTV" })
	void nonsenseIsForged(String code) {
		assertThat(this.signer.verify(code)).isEmpty();
	}

	private String code(String keyId, JWSAlgorithm algorithm, String secret) throws Exception {
		JWSObject jws = new JWSObject(new JWSHeader.Builder(algorithm).keyID(keyId).build(),
				new Payload("{\"sub\":\"" + this.booking.id() + "\"}"));
		jws.sign(new MACSigner(secret));
		return jws.serialize();
	}

	private static TicketSigner signer(String keys) {
		return new TicketSigner(new TicketSettings(keys, Duration.ofHours(2)));
	}

}
