/** Decimal money with a currency. */
@org.jspecify.annotations.NullMarked
package io.marquee.platform.money;
