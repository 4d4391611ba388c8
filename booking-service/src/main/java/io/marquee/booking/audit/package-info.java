/** Adds up all money, and says where it does not add up. */
@org.jspecify.annotations.NullMarked
package io.marquee.booking.audit;
