/**
 * HTTP endpoints of the feature.
 */
@NullMarked
package io.marquee.identity.login.web;

import org.jspecify.annotations.NullMarked;
