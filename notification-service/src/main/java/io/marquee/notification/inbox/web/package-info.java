/**
 * The inbox over HTTP.
 */
@NullMarked
package io.marquee.notification.inbox.web;

import org.jspecify.annotations.NullMarked;
