/**
 * Totals that other services know.
 */
@NullMarked
package io.marquee.admin.totals;

import org.jspecify.annotations.NullMarked;
