/**
 * HTTP endpoints of the feature.
 */
@NullMarked
package io.marquee.identity.partner.web;

import org.jspecify.annotations.NullMarked;
