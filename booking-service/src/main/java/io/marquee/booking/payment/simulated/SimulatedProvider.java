package io.marquee.booking.payment.simulated;

import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

import io.marquee.booking.payment.Charge;
import io.marquee.booking.payment.PaymentMethod;
import io.marquee.booking.payment.PaymentNotSentException;
import io.marquee.booking.payment.PaymentProvider;
import io.marquee.booking.payment.PaymentUnclearException;
import io.marquee.booking.payment.TakenCharge;
import io.marquee.platform.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.http.HttpStatus;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import org.springframework.stereotype.Component;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;
import tools.jackson.databind.json.JsonMapper;

/** Calls the simulated provider. */
@Component
@ConditionalOnProperty(name = "marquee.payments.provider", havingValue = "simulated", matchIfMissing = true)
class SimulatedProvider implements PaymentProvider {

	private static final int PAGE = 500;

	private final RestClient client;

	SimulatedProvider(SimulatedSettings settings, RestClient.Builder builder, JsonMapper json) {
		JdkClientHttpRequestFactory requests = new JdkClientHttpRequestFactory(HttpClient.newBuilder()
			.version(HttpClient.Version.HTTP_1_1)
			.connectTimeout(settings.connectTime())
			.executor(Executors.newVirtualThreadPerTaskExecutor())
			.build());
		requests.setReadTimeout(settings.answerTime());
		this.client = builder.baseUrl(settings.url())
			.requestFactory(requests)
			.configureMessageConverters(
					(converters) -> converters.withJsonConverter(new JacksonJsonHttpMessageConverter(json)))
			.defaultHeaders((headers) -> headers.setBearerAuth(settings.apiKey()))
			.build();
	}

	@Override
	public Charge charge(String key, String reference, Money amount, PaymentMethod method) {
		try {
			return post("/v1/charges", key,
					new ChargeQuestion(amount.amount().toPlainString(), amount.currency(),
							new MethodQuestion(method.type().name(), method.token()), reference),
					ChargeAnswer.class)
				.toCharge();
		}
		catch (HttpClientErrorException ex) {
			if (ex.getStatusCode() == HttpStatus.UNPROCESSABLE_CONTENT) {
				// The key came before with another token: that one counts.
				return find(key, reference).orElseThrow(() -> new PaymentUnclearException(ex));
			}
			throw new PaymentNotSentException(ex);
		}
		catch (ResourceAccessException ex) {
			throw notConnected(ex) ? new PaymentNotSentException(ex) : new PaymentUnclearException(ex);
		}
		catch (RestClientException ex) {
			throw new PaymentUnclearException(ex);
		}
	}

	@Override
	public Optional<Charge> find(String key, String reference, Instant from, Instant to) {
		return find(key, reference);
	}

	private Optional<Charge> find(String key, String reference) {
		return clear(() -> {
			ChargesAnswer answer = this.client.get()
				.uri("/v1/charges?reference={reference}", Map.of("reference", reference))
				.retrieve()
				.body(ChargesAnswer.class);
			return (answer == null) ? Optional.empty()
					: answer.data()
						.stream()
						.filter((charge) -> charge.idempotencyKey().equals(key))
						.map(ChargeAnswer::toCharge)
						.findAny();
		});
	}

	@Override
	public String refund(String key, String chargeId, Money amount) {
		return clear(() -> post("/v1/refunds", key, new RefundQuestion(chargeId, amount.amount().toPlainString()),
				RefundAnswer.class)
			.id());
	}

	@Override
	public TakenCharge.Page charges(Instant from, Instant to, @Nullable String cursor) {
		return clear(() -> {
			ChargesAnswer answer = this.client.get()
				.uri("/v1/charges?from={from}&to={to}&cursor={cursor}&limit={limit}", from, to,
						(cursor != null) ? cursor : "0", PAGE)
				.retrieve()
				.body(ChargesAnswer.class);
			if (answer == null) {
				throw new RestClientException("An empty answer");
			}
			return new TakenCharge.Page(
					answer.data().stream().filter(ChargeAnswer::isTaken).map(ChargeAnswer::toTaken).toList(),
					answer.next());
		});
	}

	private <T> T post(String path, String key, Object body, Class<T> type) {
		T answer = this.client.post().uri(path).header("Idempotency-Key", key).body(body).retrieve().body(type);
		if (answer == null) {
			throw new RestClientException("An empty answer");
		}
		return answer;
	}

	private static <T> T clear(Supplier<T> call) {
		try {
			return call.get();
		}
		catch (RestClientException ex) {
			throw new PaymentUnclearException(ex);
		}
	}

	private static boolean notConnected(Throwable failure) {
		for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
			if (cause instanceof ConnectException || cause instanceof HttpConnectTimeoutException) {
				return true;
			}
		}
		return false;
	}

	private record ChargeQuestion(String amount, String currency, MethodQuestion method, String reference) {
	}

	private record MethodQuestion(String type, String token) {
	}

	private record RefundQuestion(String chargeId, String amount) {
	}

	private record RefundAnswer(String id) {
	}

	private record ChargesAnswer(List<ChargeAnswer> data, @Nullable String next) {
	}

	private record RefundPart(String id, String amount) {
	}

	/** A charge in the provider's words. */
	record ChargeAnswer(String id, String status, @Nullable String declineCode, String amount, String currency,
			String reference, String idempotencyKey, Instant createdAt, List<RefundPart> refunds) {

		Charge toCharge() {
			return new Charge(this.id, this.reference, this.idempotencyKey, Money.of(this.amount, this.currency),
					Charge.Status.valueOf(this.status), this.declineCode);
		}

		boolean isTaken() {
			return Charge.Status.valueOf(this.status) == Charge.Status.SUCCEEDED;
		}

		TakenCharge toTaken() {
			return new TakenCharge(this.id, this.reference, Money.of(this.amount, this.currency), this.createdAt,
					this.refunds.stream()
						.map((part) -> new TakenCharge.Refund(part.id(), Money.of(part.amount(), this.currency)))
						.toList());
		}

	}

}
