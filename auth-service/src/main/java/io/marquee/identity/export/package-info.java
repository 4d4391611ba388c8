/**
 * Everything that is held about somebody, for them to see.
 */
@NullMarked
package io.marquee.identity.export;

import org.jspecify.annotations.NullMarked;
