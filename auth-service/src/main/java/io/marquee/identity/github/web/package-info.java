/**
 * HTTP endpoints of the feature.
 */
@NullMarked
package io.marquee.identity.github.web;

import org.jspecify.annotations.NullMarked;
