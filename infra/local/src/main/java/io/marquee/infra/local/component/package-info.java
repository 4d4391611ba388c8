/**
 * What the suite consists of, and how each part is started.
 */
@NullMarked
package io.marquee.infra.local.component;

import org.jspecify.annotations.NullMarked;
