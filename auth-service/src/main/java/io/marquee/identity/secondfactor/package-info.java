/**
 * The second factor of a log-in: codes by mail, an authenticator app, recovery codes.
 */
@NullMarked
package io.marquee.identity.secondfactor;

import org.jspecify.annotations.NullMarked;
