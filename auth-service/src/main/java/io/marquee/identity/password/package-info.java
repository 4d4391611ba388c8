/**
 * Passwords: changed by who knows the old one, reset by who has the mailbox.
 */
@NullMarked
package io.marquee.identity.password;

import org.jspecify.annotations.NullMarked;
