/**
 * HTTP endpoints of the feature.
 */
@NullMarked
package io.marquee.identity.registration.web;

import org.jspecify.annotations.NullMarked;
