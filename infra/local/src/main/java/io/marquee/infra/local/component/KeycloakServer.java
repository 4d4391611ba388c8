package io.marquee.infra.local.component;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

import io.marquee.infra.local.process.JavaCommand;
import io.marquee.infra.local.process.Launch;
import io.marquee.infra.local.process.Probe;
import io.marquee.infra.local.process.Processes;

/**
 * The real Keycloak. Its program is unpacked and built once and may be shared; what it
 * knows lies in a directory of its own, so that a rebuilt program keeps its users.
 */
public final class KeycloakServer implements Component {

	public static final String NAME = "keycloak";

	/**
	 * Otherwise the right password is refused while the same user logs in elsewhere.
	 */
	private static final String CONCURRENT_LOGINS = "KC_SPI_BRUTE_FORCE_PROTECTOR__DEFAULT_BRUTE_FORCE_DETECTOR__ALLOW_CONCURRENT_REQUESTS";

	/** What {@code kc.sh} passes; Java is run at once, without a shell between. */
	private static final List<String> FLAGS = List.of("--add-opens=java.base/java.util=ALL-UNNAMED",
			"--add-opens=java.base/java.util.concurrent=ALL-UNNAMED", "--add-opens=java.base/java.security=ALL-UNNAMED",
			"--add-opens=java.base/java.lang=ALL-UNNAMED",
			"-Djava.util.logging.manager=org.jboss.logmanager.LogManager", "-Dquarkus-log-max-startup-records=10000",
			"-Djava.util.concurrent.ForkJoinPool.common.threadFactory="
					+ "io.quarkus.bootstrap.forkjoin.QuarkusForkJoinWorkerThreadFactory");

	private final KeycloakInstallation installation;

	private final Path data;

	private final int port;

	private final Path realm;

	private final Map<String, String> environment;

	/**
	 * Describes a server.
	 * @param installation its program
	 * @param data the directory of what it knows
	 * @param port its port
	 * @param realm the directory of what to import at the first start
	 * @param environment values of the realm's placeholders, and the administrator's
	 * password
	 */
	public KeycloakServer(KeycloakInstallation installation, Path data, int port, Path realm,
			Map<String, String> environment) {
		this.installation = installation;
		this.data = data;
		this.port = port;
		this.realm = realm;
		this.environment = Map.copyOf(environment);
	}

	@Override
	public String name() {
		return NAME;
	}

	@Override
	public List<Integer> ports() {
		return List.of(this.port);
	}

	@Override
	public Set<String> needs() {
		return Set.of();
	}

	@Override
	public void prepare(Processes processes, Consumer<String> progress) throws InterruptedException {
		this.installation.install(processes, progress);
		try {
			Path imports = Files.createDirectories(this.data.resolve("data/import"));
			for (String file : List.of("marquee-realm.json", "marquee-users-0.json", "outside-realm.json")) {
				Files.copy(this.realm.resolve(file), imports.resolve(file), StandardCopyOption.REPLACE_EXISTING);
			}
			Files.createDirectories(this.data.resolve("providers"));
			// Keycloak looks for its own libraries below the directory of its data.
			Path link = this.data.resolve("lib");
			Files.deleteIfExists(link);
			Files.createSymbolicLink(link, this.installation.libraries());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@Override
	public Launch launch() {
		Map<String, String> all = new HashMap<>(this.environment);
		all.putAll(Map.of("KC_DB", "dev-file", "KC_HTTP_ENABLED", "true", "KC_HTTP_PORT", String.valueOf(this.port),
				"KC_HTTP_HOST", "localhost", "KC_HOSTNAME", "http://localhost:" + this.port, "KC_CACHE", "local",
				CONCURRENT_LOGINS, "true"));
		return new Launch(NAME, command(this.installation, this.data, "start", "--optimized", "--import-realm"), all,
				this.data);
	}

	@Override
	public Probe probe() {
		return Probe.http(this.port, "/realms/marquee");
	}

	static List<String> command(KeycloakInstallation installation, Path home, String... arguments) {
		List<String> flags = new ArrayList<>(JvmFlags.modest("256m"));
		flags.addAll(FLAGS);
		flags.add("-Dkc.home.dir=" + home);
		flags.add("-Djboss.server.config.dir=" + home.resolve("conf"));
		return JavaCommand.main(flags, installation.libraries().resolve("quarkus-run.jar").toString(),
				"io.quarkus.bootstrap.runner.QuarkusEntryPoint", arguments);
	}

}
