/**
 * HTTP endpoints of the feature.
 */
@NullMarked
package io.marquee.identity.secondfactor.web;

import org.jspecify.annotations.NullMarked;
