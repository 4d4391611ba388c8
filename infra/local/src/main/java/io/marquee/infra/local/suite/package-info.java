/**
 * Starting, watching and stopping the whole.
 */
@NullMarked
package io.marquee.infra.local.suite;

import org.jspecify.annotations.NullMarked;
