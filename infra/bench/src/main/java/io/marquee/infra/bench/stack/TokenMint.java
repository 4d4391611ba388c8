package io.marquee.infra.bench.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import java.util.concurrent.Executors;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/**
 * Stands in for Keycloak where thousands of users must not cost thousands of log-ins: its
 * keys, its token endpoint for services, and tokens of whoever is asked for. The services
 * check these tokens as they check Keycloak's.
 */
public final class TokenMint implements AutoCloseable {

	private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

	/** Longer than any run, so that tokens can be made before the clock starts. */
	private static final Duration LIFE = Duration.ofHours(6);

	private static final String KEY_ID = "bench";

	private final KeyPair keys;

	private final HttpServer server;

	private TokenMint(KeyPair keys, HttpServer server) {
		this.keys = keys;
		this.server = server;
	}

	static TokenMint on(int port) {
		try {
			KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
			generator.initialize(2048);
			HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
			TokenMint mint = new TokenMint(generator.generateKeyPair(), server);
			server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
			String realm = "/realms/marquee/protocol/openid-connect";
			server.createContext(realm + "/certs", (exchange) -> answer(exchange, mint.certificates()));
			server.createContext(realm + "/token", (exchange) -> answer(exchange, """
					{"access_token":"%s","token_type":"Bearer","expires_in":3600}""".formatted(mint.service())));
			server.start();
			return mint;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * What takes the place of Keycloak's address.
	 * @return a URL
	 */
	String address() {
		return "http://localhost:" + this.server.getAddress().getPort();
	}

	/**
	 * A token of an ordinary user.
	 * @param id the user
	 * @return the token
	 */
	public String user(String id) {
		return token(id, "marquee-app", "\"user\"");
	}

	/**
	 * A token of an administrator.
	 * @return the token
	 */
	public String admin() {
		return token("bench-admin", "marquee-app", "\"user\",\"admin\"");
	}

	private String service() {
		return token("service-account-marquee-services", "marquee-services", "\"service\"");
	}

	private String token(String subject, String client, String roles) {
		Instant now = Instant.now();
		String header = """
				{"alg":"RS256","typ":"JWT","kid":"%s"}""".formatted(KEY_ID);
		String claims = """
				{"jti":"%s","iss":"%s/realms/marquee","aud":"marquee-api","sub":"%s","azp":"%s","iat":%d,"exp":%d,\
				"scope":"openid email profile","email":"%s@bench.example","name":"Bench %3$s",\
				"realm_access":{"roles":[%s]}}""".formatted(UUID.randomUUID(), address(), subject, client,
				now.getEpochSecond(), now.plus(LIFE).getEpochSecond(), subject, roles);
		String signed = encode(header.getBytes(StandardCharsets.UTF_8)) + "."
				+ encode(claims.getBytes(StandardCharsets.UTF_8));
		try {
			Signature signature = Signature.getInstance("SHA256withRSA");
			signature.initSign(this.keys.getPrivate());
			signature.update(signed.getBytes(StandardCharsets.US_ASCII));
			return signed + "." + encode(signature.sign());
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private String certificates() {
		RSAPublicKey key = (RSAPublicKey) this.keys.getPublic();
		return """
				{"keys":[{"kty":"RSA","use":"sig","alg":"RS256","kid":"%s","n":"%s","e":"%s"}]}""".formatted(KEY_ID,
				encode(unsigned(key.getModulus())), encode(unsigned(key.getPublicExponent())));
	}

	private static byte[] unsigned(BigInteger number) {
		byte[] bytes = number.toByteArray();
		return (bytes[0] == 0 && bytes.length > 1) ? java.util.Arrays.copyOfRange(bytes, 1, bytes.length) : bytes;
	}

	private static String encode(byte[] bytes) {
		return BASE64.encodeToString(bytes);
	}

	private static void answer(HttpExchange exchange, String body) throws IOException {
		try (exchange) {
			byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
			exchange.getResponseHeaders().add("Content-Type", "application/json");
			exchange.sendResponseHeaders(200, bytes.length);
			exchange.getResponseBody().write(bytes);
		}
	}

	@Override
	public void close() {
		this.server.stop(0);
	}

}
