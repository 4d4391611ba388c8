package io.marquee.booking.payment.stripe;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

import com.stripe.Stripe;
import com.stripe.StripeClient;
import com.stripe.exception.CardException;
import com.stripe.exception.InvalidRequestException;
import com.stripe.exception.StripeException;
import com.stripe.model.PaymentIntent;
import com.stripe.model.StripeCollection;
import com.stripe.net.RequestOptions;
import com.stripe.param.ChargeListParams;
import com.stripe.param.PaymentIntentCreateParams;
import com.stripe.param.PaymentIntentCreateParams.AutomaticPaymentMethods;
import com.stripe.param.PaymentIntentCreateParams.AutomaticPaymentMethods.AllowRedirects;
import com.stripe.param.PaymentIntentListParams;
import com.stripe.service.V1Services;
import io.marquee.booking.payment.Charge;
import io.marquee.booking.payment.PaymentMethod;
import io.marquee.booking.payment.PaymentProvider;
import io.marquee.booking.payment.PaymentUnclearException;
import io.marquee.booking.payment.TakenCharge;
import io.marquee.platform.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/**
 * Charges through Stripe. A charge is a PaymentIntent, made and confirmed in one call;
 * what would need the customer to go somewhere else to agree is declined.
 */
@Component
@ConditionalOnProperty(name = "marquee.payments.provider", havingValue = "stripe")
class StripeProvider implements PaymentProvider {

	private static final Duration CONNECT = Duration.ofSeconds(1);

	private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(1);

	private static final Pattern TOKEN = Pattern.compile("pm_\\w+");

	private static final long PAGE = 100;

	private static final int MOST_PAGES = 100;

	private final V1Services stripe;

	private final Refunds refunds;

	private final Duration answerTime;

	StripeProvider(StripeSettings settings) {
		Stripe.enableTelemetry = false;
		// No retries of its own: the time of an answer is promised to the customer, and
		// what is unclear is asked for by the reconciler.
		this.stripe = StripeClient.builder()
			.setApiKey(settings.apiKey())
			.setApiBase(settings.url())
			.setConnectTimeout((int) CONNECT.toMillis())
			.setReadTimeout((int) settings.answerTime().toMillis())
			.setMaxNetworkRetries(0)
			.build()
			.v1();
		this.refunds = new Refunds(this.stripe.refunds());
		this.answerTime = settings.answerTime();
	}

	@Override
	public Charge charge(String key, String reference, Money amount, PaymentMethod method) {
		if (!isPossible(method)) {
			return declined(key, reference, amount, "payment_method_not_supported");
		}
		try {
			PaymentIntentCreateParams params = PaymentIntentCreateParams.builder()
				.setAmount(MinorUnits.of(amount))
				.setCurrency(amount.currency().toLowerCase(Locale.ROOT))
				.setPaymentMethod(method.token())
				.setAutomaticPaymentMethods(AutomaticPaymentMethods.builder()
					.setEnabled(true)
					.setAllowRedirects(AllowRedirects.NEVER)
					.build())
				.setConfirm(true)
				.setErrorOnRequiresAction(true)
				.putMetadata(Intents.REFERENCE, reference)
				.putMetadata(Intents.KEY, key)
				.build();
			return Intents.charge(this.stripe.paymentIntents().create(params, idempotent(key))).orElseThrow();
		}
		catch (ArithmeticException ex) {
			return declined(key, reference, amount, "amount_not_supported");
		}
		catch (CardException ex) {
			return declined(key, reference, amount, ex);
		}
		catch (InvalidRequestException ex) {
			// Such as a payment method that is unknown, spent, or another account's.
			if (ex.getParam() != null && ex.getParam().startsWith("payment_method")) {
				return declined(key, reference, amount, ex);
			}
			throw Failures.ofCharge(ex);
		}
		catch (StripeException ex) {
			throw Failures.ofCharge(ex);
		}
	}

	/**
	 * Cards, and the wallets that are cards. UPI and net banking send the customer away
	 * to agree, which this API has no step for.
	 */
	private static boolean isPossible(PaymentMethod method) {
		return switch (method.type()) {
			case CARD, WALLET -> TOKEN.matcher(method.token()).matches();
			case UPI, NETBANKING -> false;
		};
	}

	private static Charge declined(String key, String reference, Money amount, StripeException ex) {
		PaymentIntent intent = (ex.getStripeError() != null) ? ex.getStripeError().getPaymentIntent() : null;
		String id = (intent != null) ? intent.getId() : "none";
		return new Charge(id, reference, key, amount, Charge.Status.DECLINED, Intents.declineCode(ex.getStripeError()));
	}

	private static Charge declined(String key, String reference, Money amount, String code) {
		return new Charge("none", reference, key, amount, Charge.Status.DECLINED, code);
	}

	/**
	 * Goes through what was made while the hold ran. Stripe cannot be asked by
	 * idempotency key, and its search is behind by minutes at times (and not offered in
	 * India), so that "not found" there would be a guess; a listing is what it is.
	 */
	@Override
	public Optional<Charge> find(String key, String reference, Instant from, Instant to) {
		PaymentIntentListParams.Builder params = PaymentIntentListParams.builder()
			.setLimit(PAGE)
			.setCreated(PaymentIntentListParams.Created.builder()
				.setGte(from.minus(CLOCKS_DIFFER).getEpochSecond())
				.setLte(to.plus(this.answerTime).plus(CLOCKS_DIFFER).getEpochSecond())
				.build());
		try {
			for (int page = 0; page < MOST_PAGES; page++) {
				StripeCollection<PaymentIntent> intents = this.stripe.paymentIntents().list(params.build());
				Optional<Charge> found = intents.getData()
					.stream()
					.flatMap((intent) -> Intents.charge(intent).stream())
					.filter((charge) -> charge.key().equals(key))
					.findAny();
				if (found.isPresent() || !intents.getHasMore()) {
					return found;
				}
				params.setStartingAfter(intents.getData().getLast().getId());
			}
		}
		catch (StripeException ex) {
			throw new PaymentUnclearException(ex);
		}
		throw new PaymentUnclearException(
				new IllegalStateException("More payments in the time of one hold than can be looked through"));
	}

	@Override
	public String refund(String key, String chargeId, Money amount) {
		return this.refunds.refund(key, chargeId, amount);
	}

	@Override
	public TakenCharge.Page charges(Instant from, Instant to, @Nullable String cursor) {
		ChargeListParams.Builder params = ChargeListParams.builder()
			.setLimit(PAGE)
			.addExpand("data.refunds")
			.setCreated(ChargeListParams.Created.builder().setGte(roundedUp(from)).setLt(roundedUp(to)).build());
		if (cursor != null) {
			params.setStartingAfter(cursor);
		}
		try {
			StripeCollection<com.stripe.model.Charge> page = this.stripe.charges().list(params.build());
			List<com.stripe.model.Charge> charges = page.getData();
			return new TakenCharge.Page(
					charges.stream().filter(StripeProvider::isTaken).map(StripeProvider::taken).toList(),
					page.getHasMore() ? charges.getLast().getId() : null);
		}
		catch (StripeException ex) {
			throw new PaymentUnclearException(ex);
		}
	}

	/** Stripe's times are whole seconds. */
	private static long roundedUp(Instant time) {
		return time.plusNanos(999_999_999).getEpochSecond();
	}

	private static boolean isTaken(com.stripe.model.Charge charge) {
		return charge.getStatus().equals("succeeded") && charge.getCaptured();
	}

	/** An intent has one charge that succeeds, and it is the intent that we know. */
	private static TakenCharge taken(com.stripe.model.Charge charge) {
		String id = (charge.getPaymentIntent() != null) ? charge.getPaymentIntent() : charge.getId();
		return new TakenCharge(id, charge.getMetadata().get(Intents.REFERENCE),
				MinorUnits.money(charge.getAmountCaptured(), charge.getCurrency()),
				Instant.ofEpochSecond(charge.getCreated()), Refunds.of(charge));
	}

	static RequestOptions idempotent(String key) {
		return RequestOptions.builder().setIdempotencyKey(key).build();
	}

}
