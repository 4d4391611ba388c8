package io.marquee.identity.account;

import io.marquee.identity.EmailAddress;
import org.jspecify.annotations.Nullable;

/**
 * Somebody about whom things are held.
 *
 * @param userId the subject of their tokens
 * @param address their address, for what is kept under it; null if it is not known
 */
public record DataSubject(String userId, @Nullable EmailAddress address) {

}
