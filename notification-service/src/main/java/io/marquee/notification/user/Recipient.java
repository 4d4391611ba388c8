package io.marquee.notification.user;

import org.jspecify.annotations.Nullable;

/**
 * Where mail for a customer goes.
 *
 * @param email the address
 * @param fullName how to greet them
 */
public record Recipient(String email, @Nullable String fullName) {
}
