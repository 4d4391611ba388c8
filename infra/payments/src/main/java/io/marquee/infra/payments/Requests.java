package io.marquee.infra.payments;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/** The bodies callers send, and what is asked of them. */
final class Requests {

	private static final Pattern CURRENCY = Pattern.compile("[A-Z]{3}");

	private Requests() {
	}

	static String present(@Nullable String value, String field, int max) {
		if (value == null || value.isBlank() || value.length() > max) {
			throw new Refusal(400, "invalid_request", field + " must have 1 to " + max + " characters");
		}
		return value;
	}

	static BigDecimal amount(@Nullable String value) {
		try {
			BigDecimal amount = new BigDecimal(present(value, "amount", 16)).setScale(2);
			if (amount.signum() > 0 && amount.precision() <= 12) {
				return amount;
			}
		}
		catch (ArithmeticException | NumberFormatException ex) {
			// told below
		}
		throw new Refusal(400, "invalid_request", "amount must be a positive decimal with at most two places");
	}

	/** Body of {@code POST /v1/charges}. */
	record NewCharge(@Nullable String idempotencyKey, @Nullable String amount, @Nullable String currency,
			@Nullable Method method, @Nullable String reference) {

		Valid validated() {
			if (this.method == null) {
				throw new Refusal(400, "invalid_request", "method is missing");
			}
			String type = present(this.method.type(), "method.type", 20);
			if (!Behaviour.knowsMethod(type)) {
				throw new Refusal(400, "invalid_request", "method.type must be CARD, UPI, NETBANKING or WALLET");
			}
			String money = present(this.currency, "currency", 3);
			if (!CURRENCY.matcher(money).matches()) {
				throw new Refusal(400, "invalid_request", "currency must be an ISO 4217 code");
			}
			return new Valid(Requests.amount(this.amount), money, type,
					present(this.method.token(), "method.token", 100), present(this.reference, "reference", 100));
		}

	}

	/** How to pay. */
	record Method(@Nullable String type, @Nullable String token) {
	}

	/** A checked charge request. */
	record Valid(BigDecimal amount, String currency, String type, String token, String reference) {

		String fingerprint() {
			try {
				String text = String.join("\n", this.amount.toPlainString(), this.currency, this.type, this.token,
						this.reference);
				byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
				return HexFormat.of().formatHex(digest, 0, 12);
			}
			catch (NoSuchAlgorithmException ex) {
				throw new IllegalStateException(ex);
			}
		}

	}

	/** Body of {@code POST /v1/refunds}; without an amount, all that is left. */
	record NewRefund(@Nullable String idempotencyKey, @Nullable String chargeId, @Nullable String amount) {
	}

}
