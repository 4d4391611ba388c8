/**
 * The trail over HTTP.
 */
@NullMarked
package io.marquee.admin.trail.web;

import org.jspecify.annotations.NullMarked;
