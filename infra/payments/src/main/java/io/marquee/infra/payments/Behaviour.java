package io.marquee.infra.payments;

import java.util.Map;

import org.jspecify.annotations.Nullable;

/** What a payment token makes the provider do. */
enum Behaviour {

	APPROVE, DECLINE, SLOW, ANSWER_LOST, WEBHOOK_LATE, WEBHOOK_TWICE, WEBHOOK_FIRST, UNKNOWN;

	private static final Map<String, String> PREFIXES = Map.of("CARD", "tok_", "UPI", "upi_", "NETBANKING", "nb_",
			"WALLET", "wallet_");

	private static final Map<String, Behaviour> SCRIPTED = Map.ofEntries(Map.entry("visa", APPROVE),
			Map.entry("mastercard", APPROVE), Map.entry("rupay", APPROVE), Map.entry("ok", APPROVE),
			Map.entry("success", APPROVE), Map.entry("approve", APPROVE), Map.entry("approved", APPROVE),
			Map.entry("declined", DECLINE), Map.entry("slow", SLOW), Map.entry("answer_lost", ANSWER_LOST),
			Map.entry("webhook_late", WEBHOOK_LATE), Map.entry("webhook_twice", WEBHOOK_TWICE),
			Map.entry("webhook_first", WEBHOOK_FIRST));

	static boolean knowsMethod(String type) {
		return PREFIXES.containsKey(type);
	}

	/** A token works only with the method it was made for. */
	static Behaviour of(String type, String token) {
		String prefix = PREFIXES.get(type);
		if (prefix == null || !token.startsWith(prefix)) {
			return UNKNOWN;
		}
		return SCRIPTED.getOrDefault(token.substring(prefix.length()), UNKNOWN);
	}

	ChargeStatus firstStatus() {
		return switch (this) {
			case APPROVE, ANSWER_LOST, WEBHOOK_TWICE, WEBHOOK_FIRST -> ChargeStatus.SUCCEEDED;
			case SLOW, WEBHOOK_LATE -> ChargeStatus.PENDING;
			case DECLINE, UNKNOWN -> ChargeStatus.DECLINED;
		};
	}

	@Nullable String declineCode() {
		return switch (this) {
			case DECLINE -> "payment_declined";
			case UNKNOWN -> "invalid_token";
			default -> null;
		};
	}

	/** Outcomes that the answer carries are not reported again, unless scripted so. */
	int webhooks() {
		return switch (this) {
			case WEBHOOK_TWICE -> 2;
			case WEBHOOK_LATE, WEBHOOK_FIRST -> 1;
			default -> 0;
		};
	}

}
