/**
 * The settings of the suite and the server that hands them out.
 */
@NullMarked
package io.marquee.config;

import org.jspecify.annotations.NullMarked;
