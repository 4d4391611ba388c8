/**
 * The one door to the suite.
 */
@NullMarked
package io.marquee.gateway;

import org.jspecify.annotations.NullMarked;
