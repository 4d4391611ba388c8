package io.marquee.booking.payment.stripe;

import java.util.Map;
import java.util.Optional;

import com.stripe.model.PaymentIntent;
import com.stripe.model.StripeError;
import io.marquee.booking.payment.Charge;
import org.jspecify.annotations.Nullable;

/** Stripe's PaymentIntents in our words. */
final class Intents {

	/** Metadata that says whose an intent or refund is. */
	static final String REFERENCE = "reference";

	/** Metadata that says which attempt it is. */
	static final String KEY = "key";

	private Intents() {
	}

	/** The charge that an intent is, unless it is somebody else's. */
	static Optional<Charge> charge(PaymentIntent intent) {
		Map<String, String> metadata = (intent.getMetadata() != null) ? intent.getMetadata() : Map.of();
		String reference = metadata.get(REFERENCE);
		String key = metadata.get(KEY);
		return (reference != null && key != null) ? Optional.of(charge(intent, reference, key)) : Optional.empty();
	}

	private static Charge charge(PaymentIntent intent, String reference, String key) {
		StripeError error = intent.getLastPaymentError();
		Charge.Status status = switch (intent.getStatus()) {
			case "succeeded" -> Charge.Status.SUCCEEDED;
			case "canceled" -> Charge.Status.DECLINED;
			// Back at the start with an error: that try failed, and we never try an
			// intent twice. Without an error it was not tried yet.
			case "requires_payment_method" -> (error != null) ? Charge.Status.DECLINED : Charge.Status.PENDING;
			default -> Charge.Status.PENDING;
		};
		// What was received is what counts, and is nothing as long as it is not.
		long units = (status == Charge.Status.SUCCEEDED) ? intent.getAmountReceived() : intent.getAmount();
		return new Charge(intent.getId(), reference, key, MinorUnits.money(units, intent.getCurrency()), status,
				(status == Charge.Status.DECLINED) ? declineCode(error) : null);
	}

	static String declineCode(@Nullable StripeError error) {
		if (error == null) {
			return "canceled";
		}
		return (error.getDeclineCode() != null) ? error.getDeclineCode() : String.valueOf(error.getCode());
	}

}
