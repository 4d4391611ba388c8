/** Taking money and giving it back, whoever the provider is. */
@org.jspecify.annotations.NullMarked
package io.marquee.booking.payment;
