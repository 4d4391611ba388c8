/**
 * Listens to customers who come and go.
 */
@NullMarked
package io.marquee.notification.welcome.messaging;

import org.jspecify.annotations.NullMarked;
