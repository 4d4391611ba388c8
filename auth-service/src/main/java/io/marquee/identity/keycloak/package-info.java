/**
 * Keycloak, which holds every credential and issues every token, seen through the few
 * calls made to it.
 */
@NullMarked
package io.marquee.identity.keycloak;

import org.jspecify.annotations.NullMarked;
