/**
 * What every service records.
 */
@NullMarked
package io.marquee.admin.trail.messaging;

import org.jspecify.annotations.NullMarked;
