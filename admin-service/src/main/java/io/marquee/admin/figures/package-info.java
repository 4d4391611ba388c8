/**
 * The read model of bookings: facts from events, and figures a day reckoned from them.
 */
@NullMarked
package io.marquee.admin.figures;

import org.jspecify.annotations.NullMarked;
