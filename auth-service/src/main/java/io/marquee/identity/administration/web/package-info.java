/**
 * HTTP endpoints of the feature.
 */
@NullMarked
package io.marquee.identity.administration.web;

import org.jspecify.annotations.NullMarked;
