/**
 * What this service keeps about a person; no credential is among it.
 */
@NullMarked
package io.marquee.identity.account;

import org.jspecify.annotations.NullMarked;
