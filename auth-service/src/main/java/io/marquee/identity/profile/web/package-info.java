/**
 * HTTP endpoints of the feature.
 */
@NullMarked
package io.marquee.identity.profile.web;

import org.jspecify.annotations.NullMarked;
