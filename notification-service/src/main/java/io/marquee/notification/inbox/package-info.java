/**
 * The inbox: one entry for one event.
 */
@NullMarked
package io.marquee.notification.inbox;

import org.jspecify.annotations.NullMarked;
