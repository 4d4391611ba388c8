/**
 * What every request and answer passes: headers, origins, sizes.
 */
@NullMarked
package io.marquee.gateway.edge;

import org.jspecify.annotations.NullMarked;
