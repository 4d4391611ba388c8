/**
 * Log-ins that wait for their second factor.
 */
@NullMarked
package io.marquee.identity.challenge;

import org.jspecify.annotations.NullMarked;
