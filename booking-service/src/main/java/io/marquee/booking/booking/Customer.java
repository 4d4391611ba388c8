package io.marquee.booking.booking;

/**
 * Who books.
 *
 * @param id the owner of the booking: a user, or a partner's service account
 * @param partner whether it books for many people, and the limit of seats a person does
 * not apply
 */
public record Customer(String id, boolean partner) {
}
