/**
 * Identity: who somebody is. Each sub-package is a feature.
 */
@NullMarked
package io.marquee.identity;

import org.jspecify.annotations.NullMarked;
