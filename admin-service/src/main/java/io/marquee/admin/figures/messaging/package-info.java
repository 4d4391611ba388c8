/**
 * Listens to bookings.
 */
@NullMarked
package io.marquee.admin.figures.messaging;

import org.jspecify.annotations.NullMarked;
