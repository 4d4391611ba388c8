/** How much a partner may ask for. */
@NullMarked
package io.marquee.gateway.limits;

import org.jspecify.annotations.NullMarked;
