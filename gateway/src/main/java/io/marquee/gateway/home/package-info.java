/**
 * The gateway's own pages: health and API docs.
 */
@NullMarked
package io.marquee.gateway.home;

import org.jspecify.annotations.NullMarked;
