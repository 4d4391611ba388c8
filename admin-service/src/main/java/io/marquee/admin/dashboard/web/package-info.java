/**
 * The dashboard over HTTP.
 */
@NullMarked
package io.marquee.admin.dashboard.web;

import org.jspecify.annotations.NullMarked;
