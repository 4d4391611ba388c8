/** Stripe, behind the same port as the simulated provider. */
@org.jspecify.annotations.NullMarked
package io.marquee.booking.payment.stripe;
