package io.marquee.gateway.security;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.sun.net.httpserver.HttpServer;
import io.marquee.gateway.error.RequestRefusedException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;

import org.springframework.web.reactive.function.client.WebClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

class SigningKeysTests {

	private final AtomicInteger calls = new AtomicInteger();

	private final AtomicLong now = new AtomicLong();

	private volatile int status = 200;

	private volatile JWKSet published = new JWKSet(key("first"));

	private HttpServer keycloak;

	private SigningKeys keys;

	@BeforeEach
	void startKeycloak() throws IOException {
		this.keycloak = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		this.keycloak.createContext("/certs", (exchange) -> {
			this.calls.incrementAndGet();
			byte[] body = this.published.toString().getBytes();
			exchange.sendResponseHeaders(this.status, body.length);
			exchange.getResponseBody().write(body);
			exchange.close();
		});
		this.keycloak.start();
		this.keys = new SigningKeys(WebClient.create(),
				"http://localhost:" + this.keycloak.getAddress().getPort() + "/certs", this.now::get);
	}

	@AfterEach
	void stopKeycloak() {
		this.keycloak.stop(0);
	}

	@Test
	void asksOnceForManyTokens() {
		Flux.range(0, 20).flatMap((index) -> this.keys.find("first")).collectList().block();
		this.keys.find("first").block();

		assertThat(this.calls).hasValue(1);
	}

	@Test
	void keepsKnownKeysWhileKeycloakIsDown() {
		this.keys.find("first").block();
		this.keycloak.stop(0);
		pass(Duration.ofHours(3));

		assertThat(this.keys.find("first").block()).isNotNull();
	}

	@Test
	void asksAgainForAKeyItDoesNotKnowButNotForEveryToken() {
		this.keys.find("first").block();
		this.published = new JWKSet(key("second"));

		assertThat(this.keys.find("second").block()).isNull();
		assertThat(this.calls).hasValue(1);

		pass(Duration.ofSeconds(6));
		assertThat(this.keys.find("second").block()).isNotNull();
		for (int i = 0; i < 10; i++) {
			assertThat(this.keys.find("made-up-" + i).block()).isNull();
		}
		assertThat(this.calls).hasValue(2);
	}

	@Test
	void forgetsAKeyThatIsNoLongerPublished() {
		this.keys.find("first").block();
		this.published = new JWKSet(key("second"));
		pass(Duration.ofMinutes(11));

		this.keys.find("first").block();
		await().untilAsserted(() -> assertThat(this.keys.find("first").block()).isNull());
	}

	@Test
	void saysThatItCannotTellAndRecoversByItself() {
		this.status = 500;
		assertThatExceptionOfType(RequestRefusedException.class).isThrownBy(() -> this.keys.find("first").block());
		assertThatExceptionOfType(RequestRefusedException.class).isThrownBy(() -> this.keys.find("first").block());
		assertThat(this.calls).hasValue(1);

		this.status = 200;
		pass(Duration.ofSeconds(6));
		assertThat(this.keys.find("first").block()).isNotNull();
	}

	private void pass(Duration time) {
		this.now.addAndGet(time.toNanos());
	}

	private static RSAKey key(String id) {
		try {
			return new RSAKeyGenerator(2048).keyID(id).generate();
		}
		catch (JOSEException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
