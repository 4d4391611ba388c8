package io.marquee.booking.payment.stripe;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

import com.stripe.exception.InvalidRequestException;
import com.stripe.exception.StripeException;
import com.stripe.model.Charge;
import com.stripe.model.Refund;
import com.stripe.param.RefundCreateParams;
import com.stripe.param.RefundListParams;
import com.stripe.service.RefundService;
import io.marquee.booking.payment.PaymentUnclearException;
import io.marquee.booking.payment.TakenCharge;
import io.marquee.platform.money.Money;

/** Gives money back through Stripe. */
final class Refunds {

	private static final Set<String> CAME_TO_NOTHING = Set.of("failed", "canceled");

	private final RefundService stripe;

	Refunds(RefundService stripe) {
		this.stripe = stripe;
	}

	/**
	 * Looks before it refunds: Stripe forgets idempotency keys after a day, and half a
	 * refund made twice would go through.
	 */
	String refund(String key, String intent, Money amount) {
		try {
			Optional<Refund> made = find(intent, (refund) -> key.equals(refund.getMetadata().get(Intents.KEY)));
			return made.isPresent() ? made.get().getId() : create(key, intent, amount);
		}
		catch (StripeException ex) {
			throw new PaymentUnclearException(ex);
		}
	}

	private String create(String key, String intent, Money amount) throws StripeException {
		long units = MinorUnits.of(amount);
		try {
			Refund refund = this.stripe.create(RefundCreateParams.builder()
				.setPaymentIntent(intent)
				.setAmount(units)
				.putMetadata(Intents.KEY, key)
				.build(), StripeProvider.idempotent(key));
			if (!counts(refund)) {
				throw new PaymentUnclearException(
						new IllegalStateException("Refund " + refund.getId() + " is " + refund.getStatus()));
			}
			return refund.getId();
		}
		catch (InvalidRequestException ex) {
			if ("charge_already_refunded".equals(ex.getCode())) {
				// By a person in Stripe's dashboard: the money went back, once is enough.
				return find(intent, (refund) -> refund.getAmount() == units).orElseThrow(() -> ex).getId();
			}
			throw ex;
		}
	}

	private Optional<Refund> find(String intent, Predicate<Refund> isMeant) throws StripeException {
		return this.stripe.list(RefundListParams.builder().setPaymentIntent(intent).setLimit(100L).build())
			.getData()
			.stream()
			.filter(Refunds::counts)
			.filter(isMeant)
			.findFirst();
	}

	static List<TakenCharge.Refund> of(Charge charge) {
		if (charge.getRefunds() == null) {
			return List.of();
		}
		return charge.getRefunds()
			.getData()
			.stream()
			.filter(Refunds::counts)
			.map((refund) -> new TakenCharge.Refund(refund.getId(),
					MinorUnits.money(refund.getAmount(), refund.getCurrency())))
			.toList();
	}

	private static boolean counts(Refund refund) {
		return !CAME_TO_NOTHING.contains(refund.getStatus());
	}

}
