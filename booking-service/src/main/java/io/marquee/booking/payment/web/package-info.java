/** What providers report to us over HTTP. */
@org.jspecify.annotations.NullMarked
package io.marquee.booking.payment.web;
