/**
 * HTTP endpoints of the feature.
 */
@NullMarked
package io.marquee.identity.account.web;

import org.jspecify.annotations.NullMarked;
