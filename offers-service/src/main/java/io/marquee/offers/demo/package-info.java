/**
 * The demo data, loaded only where it is asked for.
 */
@NullMarked
package io.marquee.offers.demo;

import org.jspecify.annotations.NullMarked;
