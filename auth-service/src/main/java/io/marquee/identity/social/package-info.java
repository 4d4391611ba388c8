/**
 * Log-in by way of an outside provider; Keycloak speaks to it.
 */
@NullMarked
package io.marquee.identity.social;

import org.jspecify.annotations.NullMarked;
