package io.marquee.notification.ticket;

/**
 * The files of a ticket.
 *
 * @param picture its QR code as PNG
 * @param page the page to show at the door as PDF
 * @param calendar the show as iCalendar
 */
public record Ticket(byte[] picture, byte[] page, byte[] calendar) {
}
