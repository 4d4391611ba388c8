/**
 * HTTP side of the feature.
 */
@NullMarked
package io.marquee.identity.limit.web;

import org.jspecify.annotations.NullMarked;
