package io.marquee.infra.payments;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;

/** What the provider does with money, each token after its script. */
final class Provider implements AutoCloseable {

	private final Charges charges;

	private final Webhooks webhooks;

	private final Duration slow;

	private final Duration late;

	private final ScheduledExecutorService timer = Executors
		.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("settling").factory());

	private final ExecutorService reports = Executors.newVirtualThreadPerTaskExecutor();

	Provider(Charges charges, Webhooks webhooks, Duration slow, Duration late) {
		this.charges = charges;
		this.webhooks = webhooks;
		this.slow = slow;
		this.late = late;
	}

	/** Takes up what the last run left undone. */
	void resume() {
		this.charges.unfinished().forEach((charge) -> {
			if (charge.status() == ChargeStatus.PENDING) {
				settleInTime(charge);
			}
			else {
				reportLater(charge);
			}
		});
	}

	/**
	 * Charges, or answers what the same key was answered before.
	 * @return the charge, or {@code null} if the connection shall be cut
	 */
	@Nullable Charge charge(String key, Requests.Valid request) throws InterruptedException {
		Behaviour behaviour = Behaviour.of(request.type(), request.token());
		String id = newId("ch_");
		Charge charge = this.charges.open(key, () -> newCharge(id, key, request, behaviour));
		if (!charge.fingerprint().equals(request.fingerprint())) {
			throw new Refusal(422, "idempotency_key_reused", "This idempotency key came with another request before");
		}
		if (charge.id().equals(id)) {
			if (charge.status() == ChargeStatus.PENDING) {
				settleInTime(charge);
			}
			if (behaviour == Behaviour.ANSWER_LOST) {
				return null;
			}
			if (behaviour == Behaviour.WEBHOOK_FIRST && this.webhooks.deliverOnce(charge)) {
				charge = this.charges.change(charge.id(), Charge::webhookDelivered);
			}
			else if (charge.status() == ChargeStatus.SUCCEEDED && charge.webhooksOwed() > 0) {
				reportLater(charge);
			}
		}
		return (behaviour == Behaviour.SLOW) ? settled(charge) : charge;
	}

	/** Gives back a part, or all that is left. */
	Refund refund(String key, String chargeId, @Nullable BigDecimal amount) {
		if (this.charges.find(chargeId) == null) {
			throw new Refusal(404, "no_such_charge", "There is no charge " + chargeId);
		}
		Charge charge = this.charges.change(chargeId, (current) -> refunded(current, key, amount));
		return refundOf(charge, key);
	}

	private static Charge refunded(Charge charge, String key, @Nullable BigDecimal amount) {
		BigDecimal left = charge.amount().subtract(charge.refundedAmount());
		for (Refund earlier : charge.refunds()) {
			if (earlier.idempotencyKey().equals(key)) {
				if (amount != null && amount.compareTo(earlier.amount()) != 0) {
					throw new Refusal(422, "idempotency_key_reused",
							"This idempotency key came with another amount before");
				}
				return charge;
			}
		}
		if (charge.status() != ChargeStatus.SUCCEEDED) {
			throw new Refusal(409, "not_charged", "Only a charge that succeeded can be refunded");
		}
		BigDecimal refund = (amount != null) ? amount : left;
		if (refund.signum() <= 0 || refund.compareTo(left) > 0) {
			throw new Refusal(409, "refund_too_large", "At most " + left.toPlainString() + " can be refunded");
		}
		return charge.refunded(new Refund(newId("re_"), key, refund, Instant.now()));
	}

	private static Refund refundOf(Charge charge, String key) {
		return charge.refunds()
			.stream()
			.filter((refund) -> refund.idempotencyKey().equals(key))
			.findAny()
			.orElseThrow();
	}

	private Charge newCharge(String id, String key, Requests.Valid request, Behaviour behaviour) {
		Instant now = Instant.now();
		Instant settlesAt = switch (behaviour) {
			case SLOW -> now.plus(this.slow);
			case WEBHOOK_LATE -> now.plus(this.late);
			default -> null;
		};
		return new Charge(id, key, request.fingerprint(), request.reference(), request.amount(), request.currency(),
				request.type(), behaviour.firstStatus(), behaviour.declineCode(), now, settlesAt, behaviour.webhooks(),
				List.of());
	}

	private void settleInTime(Charge charge) {
		Instant at = (charge.settlesAt() != null) ? charge.settlesAt() : Instant.now();
		long wait = Math.max(0, Duration.between(Instant.now(), at).toMillis());
		this.timer.schedule(() -> {
			Charge settled = this.charges.change(charge.id(), Charge::settled);
			if (settled.webhooksOwed() > 0) {
				reportLater(settled);
			}
		}, wait, TimeUnit.MILLISECONDS);
	}

	private Charge settled(Charge charge) throws InterruptedException {
		Charge current = charge;
		while (current.status() == ChargeStatus.PENDING) {
			Thread.sleep(20);
			current = this.charges.change(charge.id(), (same) -> same);
		}
		return current;
	}

	private void reportLater(Charge charge) {
		this.reports.execute(() -> {
			try {
				Charge current = charge;
				while (current.webhooksOwed() > 0 && this.webhooks.deliver(current)) {
					current = this.charges.change(current.id(), Charge::webhookDelivered);
				}
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
			}
		});
	}

	private static String newId(String prefix) {
		return prefix + UUID.randomUUID().toString().replace("-", "");
	}

	@Override
	public void close() {
		this.timer.shutdownNow();
		this.reports.shutdownNow();
		this.reports.close();
	}

}
