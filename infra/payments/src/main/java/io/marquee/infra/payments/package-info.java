/**
 * A payment provider as the outside world would run it: its own process, API, keys,
 * webhooks and failures. Nothing of Marquee's code is used here.
 */
@org.jspecify.annotations.NullMarked
package io.marquee.infra.payments;
