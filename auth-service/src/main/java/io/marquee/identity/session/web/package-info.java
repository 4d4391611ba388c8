/**
 * HTTP side of the feature.
 */
@NullMarked
package io.marquee.identity.session.web;

import org.jspecify.annotations.NullMarked;
