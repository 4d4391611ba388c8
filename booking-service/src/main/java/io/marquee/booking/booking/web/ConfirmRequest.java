package io.marquee.booking.booking.web;

import io.marquee.booking.payment.PaymentMethod;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/** Body of {@code POST /bookings/confirm}. */
record ConfirmRequest(@NotBlank @Size(max = 60) String paymentId, @NotNull @Valid Method paymentMethod) {

	/**
	 * How to pay. A card number is not a token: it has no business here and is refused.
	 */
	record Method(@NotNull PaymentMethod.Type type,
			@NotBlank @Size(max = 120) @Pattern(regexp = "[a-zA-Z]+_[A-Za-z0-9_-]+",
					message = "must be a payment token") String token) {

		PaymentMethod toMethod() {
			return new PaymentMethod(this.type, this.token);
		}

		@Override
		public String toString() {
			return "Method[" + this.type + "]";
		}

	}

}
