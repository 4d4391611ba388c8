package io.marquee.infra.payments;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Map;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** The provider's HTTP API. */
final class Api implements HttpHandler {

	private static final System.Logger logger = System.getLogger(Api.class.getName());

	private static final int MAX_BODY = 64 * 1024;

	private static final int MAX_PAGE = 1000;

	private final Provider provider;

	private final Charges charges;

	private final byte[] authorization;

	private final JsonMapper json;

	Api(Provider provider, Charges charges, String apiKey, JsonMapper json) {
		this.provider = provider;
		this.charges = charges;
		this.authorization = ("Bearer " + apiKey).getBytes(StandardCharsets.UTF_8);
		this.json = json;
	}

	@Override
	public void handle(HttpExchange exchange) throws IOException {
		try {
			Object answer = answer(exchange);
			if (answer != null) {
				send(exchange, 200, answer);
			}
			else {
				// Closing before any answer is how the connection is cut.
				exchange.close();
			}
		}
		catch (Refusal ex) {
			send(exchange, ex.status(), Map.of("error", Map.of("code", ex.code(), "message", ex.getMessage())));
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		catch (RuntimeException ex) {
			logger.log(System.Logger.Level.ERROR, "Request failed", ex);
			send(exchange, 500, Map.of("error", Map.of("code", "internal", "message", "Internal error")));
		}
	}

	private @Nullable Object answer(HttpExchange exchange) throws IOException, InterruptedException {
		String call = exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath();
		if (call.equals("GET /health")) {
			return Map.of("status", "UP");
		}
		authorize(exchange);
		return switch (call) {
			case "POST /v1/charges" -> charge(exchange);
			case "GET /v1/charges" -> list(new Query(exchange.getRequestURI().getRawQuery()));
			case "POST /v1/refunds" -> refund(exchange);
			default -> {
				if (call.startsWith("GET /v1/charges/")) {
					yield byId(call.substring("GET /v1/charges/".length()));
				}
				throw new Refusal(404, "not_found", "There is nothing at this address");
			}
		};
	}

	private void authorize(HttpExchange exchange) {
		String sent = exchange.getRequestHeaders().getFirst("Authorization");
		if (sent == null || !MessageDigest.isEqual(this.authorization, sent.getBytes(StandardCharsets.UTF_8))) {
			throw new Refusal(401, "unauthorized", "The API key is missing or wrong");
		}
	}

	private @Nullable ChargeView charge(HttpExchange exchange) throws IOException, InterruptedException {
		Requests.NewCharge request = read(exchange, Requests.NewCharge.class);
		String key = key(exchange, request.idempotencyKey());
		Charge charge = this.provider.charge(key, request.validated());
		return (charge != null) ? ChargeView.of(charge) : null;
	}

	private RefundView refund(HttpExchange exchange) throws IOException {
		Requests.NewRefund request = read(exchange, Requests.NewRefund.class);
		String chargeId = Requests.present(request.chargeId(), "chargeId", 100);
		Refund refund = this.provider.refund(key(exchange, request.idempotencyKey()), chargeId,
				(request.amount() != null) ? Requests.amount(request.amount()) : null);
		return new RefundView(refund.id(), chargeId, "SUCCEEDED", refund.amount().toPlainString());
	}

	/** Charges of one reference, or those made in a window of time, page by page. */
	private ChargesView list(Query query) {
		String reference = query.value("reference");
		if (reference != null) {
			return new ChargesView(this.charges.withReference(reference).stream().map(ChargeView::of).toList(), null);
		}
		Charges.Page page = this.charges.made(query.time("from"), query.time("to"),
				query.number("cursor", 0, Integer.MAX_VALUE), query.number("limit", 100, MAX_PAGE));
		return new ChargesView(page.charges().stream().map(ChargeView::of).toList(),
				(page.next() != null) ? page.next().toString() : null);
	}

	private ChargeView byId(String id) {
		Charge charge = this.charges.find(id);
		if (charge == null) {
			throw new Refusal(404, "no_such_charge", "There is no charge " + id);
		}
		return ChargeView.of(charge);
	}

	private static String key(HttpExchange exchange, @Nullable String inBody) {
		String header = exchange.getRequestHeaders().getFirst("Idempotency-Key");
		return Requests.present((header != null) ? header : inBody, "Idempotency-Key", 200);
	}

	private <T> T read(HttpExchange exchange, Class<T> type) throws IOException {
		try (InputStream in = exchange.getRequestBody()) {
			byte[] body = in.readNBytes(MAX_BODY + 1);
			if (body.length > MAX_BODY) {
				throw new Refusal(413, "too_large", "The body is too large");
			}
			T value = (body.length > 0) ? this.json.readValue(body, type) : null;
			if (value == null) {
				throw new Refusal(400, "invalid_request", "A JSON object is needed");
			}
			return value;
		}
		catch (JacksonException ex) {
			throw new Refusal(400, "invalid_request", "The body is not the JSON that is expected");
		}
	}

	private void send(HttpExchange exchange, int status, Object answer) throws IOException {
		byte[] body = this.json.writeValueAsBytes(answer);
		exchange.getResponseHeaders().set("Content-Type", "application/json");
		exchange.sendResponseHeaders(status, body.length);
		exchange.getResponseBody().write(body);
		exchange.getResponseBody().close();
	}

	record ChargesView(List<ChargeView> data, @Nullable String next) {
	}

	record RefundView(String id, String chargeId, String status, String amount) {
	}

}
