/**
 * The service registry.
 */
@NullMarked
package io.marquee.discovery;

import org.jspecify.annotations.NullMarked;
