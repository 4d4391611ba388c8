/**
 * HTTP endpoints of the feature.
 */
@NullMarked
package io.marquee.identity.social.web;

import org.jspecify.annotations.NullMarked;
