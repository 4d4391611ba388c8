/** The simulated provider of the local platform, called as any outside company's. */
@org.jspecify.annotations.NullMarked
package io.marquee.booking.payment.simulated;
