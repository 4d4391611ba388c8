package io.marquee.gateway;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Map;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;

/**
 * Plays Keycloak: publishes a key and signs tokens with it, good ones and all kinds of
 * bad ones.
 */
class TokenIssuer implements AutoCloseable {

	static final String ISSUER = "http://keycloak.test/realms/marquee";

	private final RSAKey key = newKey("marquee-key");

	/** Another pair under the same id, as somebody would make who wants to get in. */
	private final RSAKey forgedKey = newKey("marquee-key");

	private final RSAKey unknownKey = newKey("never-published");

	private final HttpServer server;

	TokenIssuer() {
		try {
			this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		byte[] keys = new JWKSet(this.key).toString(true).getBytes(StandardCharsets.UTF_8);
		this.server.createContext("/certs", (exchange) -> {
			exchange.sendResponseHeaders(200, keys.length);
			exchange.getResponseBody().write(keys);
			exchange.close();
		});
		this.server.start();
	}

	String jwkSetUri() {
		return "http://localhost:" + this.server.getAddress().getPort() + "/certs";
	}

	String user() {
		return sign(claims("user").build(), this.key);
	}

	String staff() {
		return sign(claims("user", "staff").build(), this.key);
	}

	String admin() {
		return sign(claims("user", "admin").build(), this.key);
	}

	String partner() {
		return sign(claims().claim("scope", "bookings:write").build(), this.key);
	}

	/** Of one session, as Keycloak issues it to people. */
	String ofSession(String session, String user, String... roles) {
		return sign(claims(roles).subject(user)
			.claim("sid", session)
			.claim("azp", "marquee-app")
			.claim("email", user + "@marquee.example")
			.build(), this.key);
	}

	/** Of a partner's client, with the limit that Keycloak puts in, or none. */
	String partner(String client, Integer perMinute) {
		return sign(claims().subject("service-account-" + client)
			.claim("azp", client)
			.claim("rate_limit", perMinute)
			.build(), this.key);
	}

	/** Of a service of ours. */
	String service() {
		return sign(claims("service").claim("azp", "marquee-services").claim("rate_limit", 1).build(), this.key);
	}

	String expired() {
		return sign(claims("admin").expirationTime(Date.from(Instant.now().minusSeconds(120))).build(), this.key);
	}

	String ofAnotherRealm() {
		return sign(claims("admin").issuer("http://keycloak.test/realms/other").build(), this.key);
	}

	String forAnotherAudience() {
		return sign(claims("admin").audience("another-api").build(), this.key);
	}

	String signedWithAnotherKey() {
		return sign(claims("admin").build(), this.forgedKey);
	}

	String signedWithAnUnknownKey() {
		return sign(claims("admin").build(), this.unknownKey);
	}

	String unsigned() {
		return new PlainJWT(claims("admin").build()).serialize();
	}

	/** Signed by HMAC with the public key as the secret: the classic confusion. */
	String signedWithThePublicKeyAsSecret() {
		try {
			SignedJWT token = new SignedJWT(new JWSHeader.Builder(JWSAlgorithm.HS256).keyID("marquee-key").build(),
					claims("admin").build());
			token.sign(new MACSigner(this.key.toRSAPublicKey().getEncoded()));
			return token.serialize();
		}
		catch (JOSEException ex) {
			throw new IllegalStateException(ex);
		}
	}

	String tampered() {
		String[] parts = user().split("\\.");
		String payload = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8)
			.replace("[\"user\"]", "[\"admin\"]");
		return parts[0] + "."
				+ Base64.getUrlEncoder().withoutPadding().encodeToString(payload.getBytes(StandardCharsets.UTF_8)) + "."
				+ parts[2];
	}

	private static JWTClaimsSet.Builder claims(String... roles) {
		return new JWTClaimsSet.Builder().subject("5f0c")
			.issuer(ISSUER)
			.audience(List.of("account", "marquee-api"))
			.issueTime(new Date())
			.expirationTime(Date.from(Instant.now().plusSeconds(300)))
			.claim("realm_access", Map.of("roles", List.of(roles)));
	}

	private static String sign(JWTClaimsSet claims, RSAKey key) {
		try {
			SignedJWT token = new SignedJWT(new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()).build(),
					claims);
			token.sign(new RSASSASigner(key));
			return token.serialize();
		}
		catch (JOSEException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static RSAKey newKey(String id) {
		try {
			return new RSAKeyGenerator(2048).keyID(id).generate();
		}
		catch (JOSEException ex) {
			throw new IllegalStateException(ex);
		}
	}

	@Override
	public void close() {
		this.server.stop(0);
	}

}
