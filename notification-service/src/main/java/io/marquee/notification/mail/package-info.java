/**
 * The durable mail queue, the layout of mails and their sending.
 */
@NullMarked
package io.marquee.notification.mail;

import org.jspecify.annotations.NullMarked;
