package io.marquee.booking.booking;

import java.time.Instant;

/**
 * The moment its people were let in.
 *
 * @param by who let them in
 * @param nonce of the scan; the same scan sent again is the same admission
 */
public record Admission(Instant at, String by, String nonce) {
}
