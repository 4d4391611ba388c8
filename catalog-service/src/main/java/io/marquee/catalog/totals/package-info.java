/**
 * Counts for the dashboard.
 */
@NullMarked
package io.marquee.catalog.totals;

import org.jspecify.annotations.NullMarked;
