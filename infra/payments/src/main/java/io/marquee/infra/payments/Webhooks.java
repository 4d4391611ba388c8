package io.marquee.infra.payments;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;

import tools.jackson.databind.json.JsonMapper;

/**
 * Reports outcomes to the merchant, again and again until it says 2xx or patience ends.
 */
final class Webhooks implements AutoCloseable {

	private static final System.Logger logger = System.getLogger(Webhooks.class.getName());

	private static final int ATTEMPTS = 9;

	private final HttpClient client = HttpClient.newBuilder()
		.version(HttpClient.Version.HTTP_1_1)
		.connectTimeout(Duration.ofSeconds(2))
		.build();

	private final URI url;

	private final WebhookSignature signature;

	private final JsonMapper json;

	Webhooks(URI url, String secret, JsonMapper json) {
		this.url = url;
		this.signature = new WebhookSignature(secret);
		this.json = json;
	}

	/**
	 * Delivers on the calling thread, with waits of 0.5 s, 1 s, 2 s ... between attempts.
	 * @return whether the merchant took it
	 */
	boolean deliver(Charge charge) throws InterruptedException {
		for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
			if (deliverOnce(charge)) {
				return true;
			}
			Thread.sleep(Duration.ofMillis(500L << attempt));
		}
		logger.log(System.Logger.Level.WARNING, "Gave up the webhook of " + charge.id());
		return false;
	}

	boolean deliverOnce(Charge charge) throws InterruptedException {
		// The id is the same at every attempt: the receiver can tell a repetition.
		String type = (charge.status() == ChargeStatus.DECLINED) ? "charge.declined" : "charge.succeeded";
		String body = this.json
			.writeValueAsString(new Notice("evt_" + charge.id(), type, Instant.now(), ChargeView.of(charge)));
		HttpRequest request = HttpRequest.newBuilder(this.url)
			.timeout(Duration.ofSeconds(5))
			.header("Content-Type", "application/json")
			.header(WebhookSignature.HEADER, this.signature.of(body, Instant.now()))
			.POST(BodyPublishers.ofString(body))
			.build();
		try {
			return this.client.send(request, BodyHandlers.discarding()).statusCode() / 100 == 2;
		}
		catch (IOException ex) {
			return false;
		}
	}

	@Override
	public void close() {
		this.client.shutdownNow();
	}

	record Notice(String id, String type, Instant createdAt, ChargeView data) {
	}

}
