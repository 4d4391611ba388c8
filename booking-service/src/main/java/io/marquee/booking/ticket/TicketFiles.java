package io.marquee.booking.ticket;

import java.nio.charset.StandardCharsets;

import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** A ticket as files. None is kept by anybody on the way: each opens a door. */
public final class TicketFiles {

	private static final MediaType CALENDAR = new MediaType("text", "calendar", StandardCharsets.UTF_8);

	private TicketFiles() {
	}

	/**
	 * Its QR code.
	 * @param ticket the ticket
	 * @param pixels the length of the picture's sides
	 * @return the answer to a client
	 */
	public static ResponseEntity<byte[]> picture(Ticket ticket, int pixels) {
		return file(ticket, "png", MediaType.IMAGE_PNG, QrCode.of(ticket.code()).png(pixels));
	}

	/**
	 * The page to show at the door.
	 * @param ticket the ticket
	 * @return the answer to a client
	 */
	public static ResponseEntity<byte[]> page(Ticket ticket) {
		return file(ticket, "pdf", MediaType.APPLICATION_PDF, TicketPage.of(ticket));
	}

	/**
	 * The show for a calendar.
	 * @param ticket the ticket
	 * @return the answer to a client
	 */
	public static ResponseEntity<byte[]> calendar(Ticket ticket) {
		return file(ticket, "ics", CALENDAR, CalendarEntry.of(ticket));
	}

	private static ResponseEntity<byte[]> file(Ticket ticket, String ending, MediaType type, byte[] content) {
		ContentDisposition name = ContentDisposition.inline()
			.filename("marquee-" + ticket.bookingCode() + "." + ending)
			.build();
		return ResponseEntity.ok()
			.contentType(type)
			.cacheControl(CacheControl.noStore().cachePrivate())
			.headers((headers) -> headers.setContentDisposition(name))
			.body(content);
	}

}
