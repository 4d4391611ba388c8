/**
 * What the three collections have in common.
 */
@NullMarked
package io.marquee.catalog.store;

import org.jspecify.annotations.NullMarked;
