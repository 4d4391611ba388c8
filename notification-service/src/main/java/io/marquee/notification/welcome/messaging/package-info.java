/**
 * Listens to new customers.
 */
@NullMarked
package io.marquee.notification.welcome.messaging;

import org.jspecify.annotations.NullMarked;
