package io.marquee.booking.payment.stripe;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;

import com.stripe.exception.EventDataObjectDeserializationException;
import com.stripe.exception.SignatureVerificationException;
import com.stripe.model.Event;
import com.stripe.model.EventDataObjectDeserializer;
import com.stripe.model.PaymentIntent;
import com.stripe.model.StripeObject;
import com.stripe.net.Webhook;
import io.marquee.booking.payment.Charge;
import io.marquee.booking.payment.ReportReader;
import io.marquee.platform.web.ApiException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Reads Stripe's webhooks. */
@Component
@ConditionalOnProperty(name = "marquee.payments.provider", havingValue = "stripe")
class StripeReports implements ReportReader {

	private static final Set<String> TYPES = Set.of("payment_intent.succeeded", "payment_intent.payment_failed",
			"payment_intent.canceled");

	private final StripeSettings settings;

	private final Clock clock;

	StripeReports(StripeSettings settings, Clock clock) {
		this.settings = settings;
		this.clock = clock;
	}

	@Override
	public String provider() {
		return "stripe";
	}

	@Override
	public Optional<Charge> read(HttpHeaders headers, byte[] body) {
		Event event = verified(new String(body, StandardCharsets.UTF_8), headers.getFirst("Stripe-Signature"));
		if (!TYPES.contains(event.getType())) {
			return Optional.empty();
		}
		return Optional.of(object(event))
			.filter(PaymentIntent.class::isInstance)
			.map(PaymentIntent.class::cast)
			.flatMap(Intents::charge);
	}

	private Event verified(String body, @Nullable String signature) {
		try {
			if (signature != null) {
				return Webhook.constructEvent(body, signature, this.settings.webhookSecret(),
						this.settings.webhookTolerance().toSeconds(), this.clock);
			}
		}
		catch (SignatureVerificationException | NumberFormatException ex) {
			// The second is what the SDK throws at a time that is none; told below.
		}
		catch (RuntimeException ex) {
			throw unreadable();
		}
		throw new ApiException(HttpStatus.UNAUTHORIZED, "WEBHOOK_SIGNATURE_INVALID",
				"The signature is missing, wrong or too old");
	}

	/**
	 * The account may report in a newer version of Stripe's API than this SDK was made
	 * for; the few fields read here are the same in all.
	 */
	private static StripeObject object(Event event) {
		EventDataObjectDeserializer data = event.getDataObjectDeserializer();
		try {
			return data.getObject().isPresent() ? data.getObject().get() : data.deserializeUnsafe();
		}
		catch (EventDataObjectDeserializationException | RuntimeException ex) {
			throw unreadable();
		}
	}

	private static ApiException unreadable() {
		return new ApiException(HttpStatus.BAD_REQUEST, "WEBHOOK_UNREADABLE", "The report cannot be understood");
	}

}
