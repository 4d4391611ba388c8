/** The audit over HTTP. */
@org.jspecify.annotations.NullMarked
package io.marquee.booking.audit.web;
