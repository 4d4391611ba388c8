/**
 * What a new customer is told.
 */
@NullMarked
package io.marquee.notification.welcome;

import org.jspecify.annotations.NullMarked;
