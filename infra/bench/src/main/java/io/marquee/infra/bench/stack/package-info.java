/**
 * The processes under test: those of the local platform, with a mint in Keycloak's place.
 */
@NullMarked
package io.marquee.infra.bench.stack;

import org.jspecify.annotations.NullMarked;
