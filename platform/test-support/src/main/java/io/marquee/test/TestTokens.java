package io.marquee.test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;

/**
 * An issuer of tokens shaped like Keycloak's, with its keys and a client-credentials
 * token endpoint over HTTP, and of tokens that must be refused.
 */
public final class TestTokens {

	private static final Duration LIFE = Duration.ofMinutes(5);

	private final RSAKey key;

	private final RSAKey foreignKey;

	private final String address;

	private TestTokens() {
		try {
			this.key = new RSAKeyGenerator(2048).keyID("test").generate();
			this.foreignKey = new RSAKeyGenerator(2048).keyID("test").generate();
			HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
			this.address = "http://localhost:" + server.getAddress().getPort();
			answer(server, "/certs", () -> new JWKSet(this.key.toPublicJWK()).toString());
			answer(server, "/token", () -> """
					{"access_token":"%s","token_type":"Bearer","expires_in":300}""".formatted(service()));
			server.start();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (JOSEException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * The one issuer of this JVM; the first call starts it.
	 * @return the issuer
	 */
	public static TestTokens shared() {
		return Holder.SHARED;
	}

	/**
	 * The issuer's name.
	 * @return the {@code iss} claim
	 */
	public String issuer() {
		return this.address + "/realms/marquee";
	}

	/**
	 * Where its public keys are.
	 * @return a URL
	 */
	public String jwkSetUri() {
		return this.address + "/certs";
	}

	/**
	 * Where services get their own tokens.
	 * @return a URL
	 */
	public String tokenUri() {
		return this.address + "/token";
	}

	/**
	 * A token of an ordinary user.
	 * @param userId the subject
	 * @return the token
	 */
	public String user(String userId) {
		return withRoles(userId, "user");
	}

	/**
	 * A token of a member of staff.
	 * @return the token
	 */
	public String staff() {
		return withRoles("staff-1", "user", "staff");
	}

	/**
	 * A token of an administrator.
	 * @return the token
	 */
	public String admin() {
		return withRoles("admin-1", "user", "admin");
	}

	/**
	 * A token of a Marquee service.
	 * @return the token
	 */
	public String service() {
		return withRoles("service-account-marquee-services", "service");
	}

	/**
	 * A client-credentials token of a partner.
	 * @param clientId the client
	 * @param scopes its scopes
	 * @return the token
	 */
	public String partner(String clientId, String... scopes) {
		return sign(this.key,
				(claims) -> claims.subject("service-account-" + clientId)
					.claim("azp", clientId)
					.claim("scope", String.join(" ", scopes)));
	}

	/**
	 * A token with these realm roles.
	 * @param userId the subject
	 * @param roles the roles
	 * @return the token
	 */
	public String withRoles(String userId, String... roles) {
		return sign(this.key, user(userId, roles));
	}

	/**
	 * A token that expired an hour ago.
	 * @return the token
	 */
	public String expired() {
		return sign(this.key, user("user-1", "user")
			.andThen((claims) -> claims.expirationTime(Date.from(Instant.now().minus(Duration.ofHours(1))))));
	}

	/**
	 * A well-signed administrator's token of another realm.
	 * @return the token
	 */
	public String otherIssuer() {
		return sign(this.key,
				user("admin-1", "admin").andThen((claims) -> claims.issuer(this.address + "/realms/other")));
	}

	/**
	 * A well-signed administrator's token for another audience.
	 * @return the token
	 */
	public String otherAudience() {
		return sign(this.key, user("admin-1", "admin").andThen((claims) -> claims.audience("account")));
	}

	/**
	 * An administrator's token signed with a key that is not the issuer's.
	 * @return the token
	 */
	public String foreignKey() {
		return sign(this.foreignKey, user("admin-1", "admin"));
	}

	/**
	 * An administrator's token with {@code alg: none}.
	 * @return the token
	 */
	public String algNone() {
		JWTClaimsSet.Builder claims = claims();
		user("admin-1", "admin").accept(claims);
		return new PlainJWT(claims.build()).serialize();
	}

	/**
	 * A user's token whose payload was changed to an administrator's after signing.
	 * @return the token
	 */
	public String tampered() {
		String[] parts = user("user-1").split("\\.");
		String payload = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8);
		String forged = payload.replace("[\"user\"]", "[\"admin\"]");
		if (forged.equals(payload)) {
			throw new IllegalStateException("Nothing was tampered with");
		}
		return parts[0] + "."
				+ Base64.getUrlEncoder().withoutPadding().encodeToString(forged.getBytes(StandardCharsets.UTF_8)) + "."
				+ parts[2];
	}

	/**
	 * Every token that must be refused.
	 * @return the tokens by what is wrong with them
	 */
	public Map<String, String> refused() {
		return Map.of("expired", expired(), "other issuer", otherIssuer(), "other audience", otherAudience(),
				"foreign key", foreignKey(), "alg none", algNone(), "tampered", tampered(), "garbage", "not-a-token");
	}

	private Consumer<JWTClaimsSet.Builder> user(String userId, String... roles) {
		return (claims) -> claims.subject(userId)
			.claim("azp", "marquee-app")
			.claim("scope", "openid email profile")
			.claim("email", userId + "@marquee.example")
			.claim("name", "Test " + userId)
			.claim("realm_access", Map.of("roles", List.of(roles)));
	}

	private JWTClaimsSet.Builder claims() {
		Instant now = Instant.now();
		return new JWTClaimsSet.Builder().jwtID(UUID.randomUUID().toString())
			.issuer(issuer())
			.audience("marquee-api")
			.issueTime(Date.from(now))
			.expirationTime(Date.from(now.plus(LIFE)));
	}

	private String sign(RSAKey signer, Consumer<JWTClaimsSet.Builder> change) {
		try {
			JWTClaimsSet.Builder claims = claims();
			change.accept(claims);
			SignedJWT token = new SignedJWT(new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(signer.getKeyID()).build(),
					claims.build());
			token.sign(new RSASSASigner(signer));
			return token.serialize();
		}
		catch (JOSEException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static void answer(HttpServer server, String path, java.util.function.Supplier<String> body) {
		server.createContext(path, (exchange) -> {
			try (exchange) {
				byte[] bytes = body.get().getBytes(StandardCharsets.UTF_8);
				exchange.getResponseHeaders().add("Content-Type", "application/json");
				exchange.sendResponseHeaders(200, bytes.length);
				exchange.getResponseBody().write(bytes);
			}
		});
	}

	private static final class Holder {

		private static final TestTokens SHARED = new TestTokens();

	}

}
