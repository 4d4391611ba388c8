package io.marquee.infra.bench.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.marquee.infra.local.Addresses;
import io.marquee.infra.local.Home;
import io.marquee.infra.local.MarqueeException;
import io.marquee.infra.local.Secrets;
import io.marquee.infra.local.component.BootService;
import io.marquee.infra.local.component.Component;
import io.marquee.infra.local.component.KafkaBroker;
import io.marquee.infra.local.component.MongoStore;
import io.marquee.infra.local.component.PaymentProvider;
import io.marquee.infra.local.component.ServiceDefinition;
import io.marquee.infra.local.component.Services;
import io.marquee.infra.local.component.Site;
import io.marquee.infra.local.process.ManagedProcess;
import io.marquee.infra.local.process.Ports;
import io.marquee.infra.local.process.Processes;
import io.marquee.infra.local.suite.Phase;
import io.marquee.infra.local.suite.Progress;
import io.marquee.infra.local.suite.Startup;
import tools.jackson.databind.json.JsonMapper;

/**
 * The running processes: store, broker, payment provider, catalogue, booking-service as
 * often as wanted. They start with no data and keep none.
 */
public final class Stack implements AutoCloseable {

	private static final Duration PATIENCE = Duration.ofSeconds(20);

	/** Nothing is kept, so nothing has to end in order. */
	private static final Duration STOP = Duration.ofSeconds(2);

	private static final int CATALOG_PORT = 8102;

	private final StackPlan plan;

	private final Site site;

	private final TokenMint mint;

	private final Processes processes;

	private final Progress progress;

	private final Map<String, Component> parts = new HashMap<>();

	private Stack(StackPlan plan, Home home, Progress progress) {
		this.plan = plan;
		this.progress = progress;
		this.mint = TokenMint.on(Addresses.KEYCLOAK_PORT + plan.portOffset());
		this.site = new Site(home, new Addresses(plan.portOffset(), Map.of(Addresses.KEYCLOAK, this.mint.address())),
				Secrets.in(home.state().resolve("secrets.env")));
		this.processes = new Processes(home.runs(), home.logs());
		components().forEach((component) -> this.parts.put(component.name(), component));
	}

	/**
	 * Starts all and waits until all are ready.
	 * @param plan what to start
	 * @param home where the files go; data of an earlier run there are removed
	 * @param progress is told how it goes on
	 * @return the running stack
	 * @throws InterruptedException when interrupted
	 */
	public static Stack start(StackPlan plan, Home home, Progress progress) throws InterruptedException {
		new Processes(home.runs(), home.logs()).stop(new Processes(home.runs(), home.logs()).running(), PATIENCE);
		delete(home.data());
		Stack stack = new Stack(plan, home, progress);
		Thread hook = new Thread(stack::stopAll);
		Runtime.getRuntime().addShutdownHook(hook);
		boolean ready = false;
		try {
			stack.requireFreePorts();
			if (plan.quickly()) {
				stack.train(plan.bookings().getFirst().name());
			}
			stack.bringUp(List.copyOf(stack.parts.values()));
			ready = true;
			return stack;
		}
		finally {
			if (!ready) {
				stack.close();
			}
		}
	}

	private List<Component> components() {
		List<Component> all = new ArrayList<>();
		all.add(Variant.of(new MongoStore(this.site, this.plan.store()), Map.of())
			.with("-Xmx" + this.plan.storeHeap()));
		all.add(new KafkaBroker(this.site));
		if (!this.plan.bookings().isEmpty()) {
			all.add(Variant.of(new PaymentProvider(this.site), this.plan.payments()).with("-Xmx256m"));
		}
		all.add(service("catalog-service", "catalog-service", CATALOG_PORT, Map.of(), this.plan.catalog().flags()));
		for (BookingProcess booking : this.plan.bookings()) {
			all.add(service("booking-service", booking.name(), booking.port(), booking.properties(), booking.flags()));
		}
		if (this.plan.gateway()) {
			all.add(service("gateway", "gateway", Addresses.GATEWAY_PORT, Map.of(), List.of()));
		}
		return all;
	}

	private Variant service(String module, String name, int port, Map<String, String> properties, List<String> flags) {
		ServiceDefinition definition = Services.ALL.stream()
			.filter((service) -> service.name().equals(module))
			.findFirst()
			.orElseThrow();
		Map<String, String> all = new HashMap<>();
		// Who is where is known, and nobody collects traces.
		all.put("spring.cloud.config.enabled", "false");
		all.put("eureka.client.enabled", "false");
		all.put("management.tracing.sampling.probability", "0");
		address(all, "catalog-service", CATALOG_PORT);
		address(all, "booking-service", BookingProcess.PORT);
		all.putAll(properties);
		return new Variant(new BootService(definition, this.site), name, port(port), flags,
				Map.of("SPRING_APPLICATION_JSON", JsonMapper.shared().writeValueAsString(all), "MARQUEE_CATALOG_DEMO",
						String.valueOf(this.plan.catalog().demo()), "SPRING_CONFIG_ADDITIONAL_LOCATION",
						sharedSettings(module)));
	}

	/** What the config server would have told it. */
	private String sharedSettings(String module) {
		Path directory = this.site.home().repository().resolve("config-server/src/main/resources/config");
		return "optional:file:" + directory.resolve("application.yml") + ",optional:file:"
				+ directory.resolve(module + ".yml");
	}

	private void address(Map<String, String> properties, String service, int port) {
		properties.put("spring.cloud.discovery.client.simple.instances." + service + "[0].uri",
				"http://localhost:" + port(port));
	}

	private void bringUp(List<Component> components) throws InterruptedException {
		int slots = Math.max(2, Runtime.getRuntime().availableProcessors()) + 1;
		new Startup(components, this.processes, this.progress, slots).run();
	}

	/**
	 * Kills a process as an operator's worst day would, and waits until it is gone.
	 * @param name the process
	 * @return when it was killed
	 */
	public Instant kill(String name) {
		ManagedProcess process = this.processes.find(name)
			.orElseThrow(() -> new IllegalStateException(name + " does not run"));
		Instant now = Instant.now();
		ProcessHandle.of(process.pid()).ifPresent(ProcessHandle::destroyForcibly);
		try {
			process.awaitExit(PATIENCE);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		return now;
	}

	/**
	 * Starts a process again and waits until it is ready.
	 * @param name the process
	 * @return when it was ready
	 * @throws InterruptedException when interrupted
	 */
	public Instant restart(String name) throws InterruptedException {
		bringUp(List.of(part(name)));
		return Instant.now();
	}

	private void train(String name) throws InterruptedException {
		part(name).train(this.processes, (detail) -> this.progress.changed(name, Phase.PREPARING, detail));
	}

	private Component part(String name) {
		Component part = this.parts.get(name);
		if (part == null) {
			throw new IllegalArgumentException(name + " is not part of this stack");
		}
		return part;
	}

	/**
	 * The process id of a part that runs.
	 * @param name the part
	 * @return the id
	 */
	public long pid(String name) {
		return this.processes.find(name).map(ManagedProcess::pid).orElseThrow();
	}

	public TokenMint mint() {
		return this.mint;
	}

	public List<BookingProcess> bookings() {
		return this.plan.bookings();
	}

	/**
	 * Where something listens.
	 * @param usual its usual port
	 * @return its port in this stack
	 */
	public int port(int usual) {
		return usual + this.plan.portOffset();
	}

	public int catalogPort() {
		return port(CATALOG_PORT);
	}

	public int gatewayPort() {
		return port(Addresses.GATEWAY_PORT);
	}

	public String mongoUri() {
		return "mongodb://localhost:" + port(Addresses.MONGODB_PORT);
	}

	public String kafka() {
		return "localhost:" + port(Addresses.KAFKA_PORT);
	}

	/**
	 * The payment provider's own record of every charge, in every state it went through.
	 * @return a file of JSON lines
	 */
	public Path paymentJournal() {
		return this.site.home().data().resolve("payments/charges.jsonl");
	}

	private void requireFreePorts() {
		List<Integer> busy = this.parts.values()
			.stream()
			.flatMap((part) -> part.ports().stream())
			.filter((port) -> !Ports.isFree(port))
			.toList();
		if (!busy.isEmpty()) {
			throw new MarqueeException("Another program listens on " + busy + ".",
					"Stop it, or move all ports with --port-offset.");
		}
	}

	private static void delete(Path directory) {
		if (!Files.exists(directory)) {
			return;
		}
		try (Stream<Path> paths = Files.walk(directory)) {
			for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
				Files.delete(path);
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private void stopAll() {
		this.processes.close();
		this.processes.stop(this.processes.running(), STOP);
	}

	@Override
	public void close() {
		stopAll();
		this.mint.close();
	}

}
