/**
 * Sign-up: from a proven address to an account.
 */
@NullMarked
package io.marquee.identity.registration;

import org.jspecify.annotations.NullMarked;
