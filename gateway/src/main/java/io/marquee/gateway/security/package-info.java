/**
 * Tokens: checked here once, and again by each service.
 */
@NullMarked
package io.marquee.gateway.security;

import org.jspecify.annotations.NullMarked;
