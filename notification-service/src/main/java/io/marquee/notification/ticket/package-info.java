/**
 * Tickets, asked of booking-service when a mail goes out and kept nowhere.
 */
@NullMarked
package io.marquee.notification.ticket;

import org.jspecify.annotations.NullMarked;
