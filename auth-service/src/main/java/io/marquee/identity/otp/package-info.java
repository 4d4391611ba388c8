/**
 * One-time codes that prove an e-mail address.
 */
@NullMarked
package io.marquee.identity.otp;

import org.jspecify.annotations.NullMarked;
