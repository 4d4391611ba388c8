package io.marquee.identity.otp;

import io.marquee.identity.EmailAddress;

/**
 * Tells whether an address has an account. It is asked when a mail is sent, never while
 * somebody waits for an answer.
 */
@FunctionalInterface
interface AccountLookup {

	boolean has(EmailAddress address);

}
