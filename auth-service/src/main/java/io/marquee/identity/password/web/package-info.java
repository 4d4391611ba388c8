/**
 * HTTP side of the feature.
 */
@NullMarked
package io.marquee.identity.password.web;

import org.jspecify.annotations.NullMarked;
