/**
 * Who a customer is, asked of auth-service when a mail goes out and kept nowhere.
 */
@NullMarked
package io.marquee.notification.user;

import org.jspecify.annotations.NullMarked;
