/**
 * Tells customers what happened: in their inbox and by e-mail.
 */
@NullMarked
package io.marquee.notification;

import org.jspecify.annotations.NullMarked;
