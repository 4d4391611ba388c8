/**
 * Streaming titles over HTTP.
 */
@NullMarked
package io.marquee.offers.ott.web;

import org.jspecify.annotations.NullMarked;
