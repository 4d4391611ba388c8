/**
 * HTTP endpoints of the feature.
 */
@NullMarked
package io.marquee.identity.export.web;

import org.jspecify.annotations.NullMarked;
