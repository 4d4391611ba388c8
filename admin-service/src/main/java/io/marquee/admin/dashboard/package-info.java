/**
 * The dashboard: figures and totals put together.
 */
@NullMarked
package io.marquee.admin.dashboard;

import org.jspecify.annotations.NullMarked;
