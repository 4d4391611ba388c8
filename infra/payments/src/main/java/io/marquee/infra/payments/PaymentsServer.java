package io.marquee.infra.payments;

import java.io.IOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import com.sun.net.httpserver.HttpServer;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The simulated payment provider: {@link #main} as a process, {@link #start} in tests.
 */
public final class PaymentsServer implements AutoCloseable {

	private final HttpServer server;

	private final ExecutorService executor;

	private final Provider provider;

	private final Charges charges;

	private final Webhooks webhooks;

	private PaymentsServer(PaymentsSettings settings) throws IOException {
		// Without it an answer in two segments waits 40 ms for a delayed acknowledgement.
		System.setProperty("sun.net.httpserver.nodelay", "true");
		this.server = HttpServer.create(new InetSocketAddress(settings.port()), 1024);
		JsonMapper json = JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();
		this.charges = new Charges(settings.data(), json);
		this.webhooks = new Webhooks(settings.webhookUrl(), settings.webhookSecret(), json);
		this.provider = new Provider(this.charges, this.webhooks, settings.slow(), settings.late());
		this.executor = Executors.newVirtualThreadPerTaskExecutor();
		this.server.setExecutor(this.executor);
		this.server.createContext("/", new Api(this.provider, this.charges, settings.apiKey(), json));
	}

	/**
	 * Starts a provider.
	 * @param settings how it is set up
	 * @return the running provider
	 * @throws IOException if it cannot listen
	 */
	public static PaymentsServer start(PaymentsSettings settings) throws IOException {
		PaymentsServer payments = new PaymentsServer(settings);
		payments.provider.resume();
		payments.server.start();
		return payments;
	}

	/**
	 * Where it listens.
	 * @return the base address
	 */
	public URI url() {
		return URI.create("http://localhost:" + this.server.getAddress().getPort());
	}

	@Override
	public void close() throws IOException {
		this.server.stop(0);
		this.executor.shutdownNow();
		this.provider.close();
		this.webhooks.close();
		this.charges.close();
	}

	/**
	 * Runs the provider until it is stopped.
	 * @param args {@code --data=<folder>}
	 */
	static void main(String... args) {
		try {
			PaymentsServer payments = start(PaymentsSettings.from(System.getenv(), args));
			System.out.println("Simulated payment provider listening on " + payments.url());
		}
		catch (BindException ex) {
			fail("The port is taken; set SERVER_PORT to another one");
		}
		catch (IOException | RuntimeException ex) {
			fail(String.valueOf(ex.getMessage()));
		}
	}

	private static void fail(String reason) {
		System.err.println("Simulated payment provider cannot start: " + reason);
		System.exit(1);
	}

}
