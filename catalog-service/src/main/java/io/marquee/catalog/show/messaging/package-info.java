/**
 * What shows learn from the bookings topic.
 */
@NullMarked
package io.marquee.catalog.show.messaging;

import org.jspecify.annotations.NullMarked;
