/**
 * What a customer is told of one event, in the inbox and by mail.
 */
@NullMarked
package io.marquee.notification.notice;

import org.jspecify.annotations.NullMarked;
