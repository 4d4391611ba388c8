/**
 * What is held about customers, over HTTP.
 */
@NullMarked
package io.marquee.notification.notice.web;

import org.jspecify.annotations.NullMarked;
