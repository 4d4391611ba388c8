/**
 * The mail server of the local platform: SMTP in, HTTP view out.
 */
@NullMarked
package io.marquee.infra.local.mail;

import org.jspecify.annotations.NullMarked;
