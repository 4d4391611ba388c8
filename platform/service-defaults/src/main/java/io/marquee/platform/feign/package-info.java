/** Calls between services: service token, time-outs, circuit breaker. */
@org.jspecify.annotations.NullMarked
package io.marquee.platform.feign;
