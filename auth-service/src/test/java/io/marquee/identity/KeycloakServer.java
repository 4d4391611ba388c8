package io.marquee.identity;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import static org.awaitility.Awaitility.await;

/**
 * The real Keycloak with Marquee's realm, one for all tests of a JVM. Its distribution is
 * unpacked by the build ({@code target/keycloak}) and prepared by the first test that
 * needs it.
 */
public final class KeycloakServer {

	/** What the realm's placeholders are filled with. */
	public static final Map<String, String> SECRETS = Map.of("MARQUEE_LOGIN_CLIENT_SECRET", "test-login-secret",
			"MARQUEE_IDENTITY_ADMIN_SECRET", "test-identity-secret", "MARQUEE_SERVICE_CLIENT_SECRET",
			"test-service-secret", "MARQUEE_PARTNER_SECRET", "test-partner-secret", "MARQUEE_DEMO_PASSWORD",
			"Demo-Password-1");

	/** Where the world is told that the gateway is. */
	public static final String PUBLIC_URL = "https://marquee.example";

	static final String ADMIN_PASSWORD = "Test-Admin-1";

	private static final Path UNPACKED = Path.of("target/keycloak").toAbsolutePath();

	private static final Path REALM = Path.of("../infra/keycloak").toAbsolutePath();

	private KeycloakServer() {
	}

	/**
	 * The server's address; the first call starts it.
	 * @return {@code http://host:port}
	 */
	public static String url() {
		return Holder.URL;
	}

	private static String start() {
		try {
			Path home = home();
			Path built = home.resolve("built");
			if (Files.notExists(built)) {
				run(home, Map.of(), "build", "--db=dev-mem").onExit().join();
				Files.createFile(built);
			}
			Path imports = Files.createDirectories(home.resolve("data/import"));
			// The last one stands for Google.
			for (Path file : List.of(REALM.resolve("marquee-realm.json"), REALM.resolve("marquee-users-0.json"),
					Path.of("src/test/resources/outside-realm.json"))) {
				Files.copy(file, imports.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
			}
			String url = "http://localhost:" + freePort();
			Process server = run(home, outside(url), "start", "--optimized", "--import-realm", "--http-enabled=true",
					"--http-host=localhost", "--http-port=" + URI.create(url).getPort(), "--hostname=" + url,
					"--cache=local");
			Runtime.getRuntime().addShutdownHook(new Thread(server::destroyForcibly));
			await().atMost(Duration.ofMinutes(3)).pollInterval(Duration.ofMillis(200)).until(() -> answers(url));
			return url;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Outside providers: another realm for Google, and a small server for GitHub. */
	private static Map<String, String> outside(String url) {
		String google = url + "/realms/outside";
		return Map.ofEntries(Map.entry("KC_BOOTSTRAP_ADMIN_USERNAME", "admin"),
				Map.entry("KC_BOOTSTRAP_ADMIN_PASSWORD", ADMIN_PASSWORD), Map.entry("TEST_KEYCLOAK_URL", url),
				Map.entry("MARQUEE_PUBLIC_URL", PUBLIC_URL), Map.entry("MARQUEE_GOOGLE_ENABLED", "true"),
				Map.entry("MARQUEE_GOOGLE_CLIENT_ID", "marquee"),
				Map.entry("MARQUEE_GOOGLE_CLIENT_SECRET", "test-google-secret"),
				Map.entry("MARQUEE_GOOGLE_ISSUER", google),
				Map.entry("MARQUEE_GOOGLE_AUTHORIZATION_URL", google + "/protocol/openid-connect/auth"),
				Map.entry("MARQUEE_GOOGLE_TOKEN_URL", google + "/protocol/openid-connect/token"),
				Map.entry("MARQUEE_GOOGLE_JWKS_URL", google + "/protocol/openid-connect/certs"),
				Map.entry("MARQUEE_GITHUB_ENABLED", "true"), Map.entry("MARQUEE_GITHUB_CLIENT_ID", "marquee"),
				Map.entry("MARQUEE_GITHUB_CLIENT_SECRET", "test-github-secret"),
				Map.entry("MARQUEE_GITHUB_URL", FakeGitHub.url()),
				Map.entry("MARQUEE_GITHUB_ACCOUNT_URL", FakeGitHub.url() + "/account"));
	}

	private static Path home() throws IOException {
		try (Stream<Path> versions = Files.list(UNPACKED)) {
			return versions.filter(Files::isDirectory).findFirst().orElseThrow();
		}
	}

	/** Runs Java itself, as kc.sh would, so that there is one process to stop. */
	private static Process run(Path home, Map<String, String> more, String... arguments) throws IOException {
		List<String> command = new ArrayList<>(List.of(
				Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx320m", "-XX:+UseSerialGC",
				"-XX:TieredStopAtLevel=1", "-Dkc.home.dir=" + home, "-Djboss.server.config.dir=" + home.resolve("conf"),
				"-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
				"-Djava.util.concurrent.ForkJoinPool.common.threadFactory="
						+ "io.quarkus.bootstrap.forkjoin.QuarkusForkJoinWorkerThreadFactory",
				"-cp", home.resolve("lib/quarkus-run.jar").toString(),
				"io.quarkus.bootstrap.runner.QuarkusEntryPoint"));
		command.addAll(List.of(arguments));
		ProcessBuilder process = new ProcessBuilder(command).redirectErrorStream(true)
			.redirectOutput(ProcessBuilder.Redirect.appendTo(new File("target/keycloak.log")));
		process.environment().putAll(SECRETS);
		process.environment().putAll(more);
		return process.start();
	}

	private static boolean answers(String url) {
		try (HttpClient http = HttpClient.newHttpClient()) {
			return http
				.send(HttpRequest.newBuilder(URI.create(url + "/realms/marquee")).build(),
						HttpResponse.BodyHandlers.discarding())
				.statusCode() == 200;
		}
		catch (IOException ex) {
			return false;
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return false;
		}
	}

	private static int freePort() throws IOException {
		try (ServerSocket socket = new ServerSocket(0)) {
			return socket.getLocalPort();
		}
	}

	private static final class Holder {

		private static final String URL = start();

	}

}
