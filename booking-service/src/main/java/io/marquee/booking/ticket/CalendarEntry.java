package io.marquee.booking.ticket;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/**
 * The show as a calendar file after RFC 5545.
 */
final class CalendarEntry {

	private static final DateTimeFormatter UTC = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'")
		.withZone(ZoneOffset.UTC);

	private static final int OCTETS_A_LINE = 75;

	private final StringBuilder text = new StringBuilder();

	private CalendarEntry() {
	}

	static byte[] of(Ticket ticket) {
		String place = ticket.venueName() + ", " + ticket.city();
		String words = "Booking %s, seats %s, %s".formatted(ticket.bookingCode(), String.join(", ", ticket.seats()),
				ticket.screenName());
		return new CalendarEntry().line("BEGIN:VCALENDAR")
			.line("VERSION:2.0")
			.line("PRODID:-//Marquee//Tickets//EN")
			.line("CALSCALE:GREGORIAN")
			.line("METHOD:PUBLISH")
			.line("BEGIN:VEVENT")
			.line("UID:" + ticket.bookingId() + "@marquee")
			.line("DTSTAMP:" + utc(ticket.issuedAt()))
			.line("DTSTART:" + utc(ticket.startsAt()))
			.line("DTEND:" + utc(ticket.endsAt()))
			.line("SUMMARY:" + escaped(ticket.movieTitle()))
			.line("LOCATION:" + escaped(place))
			.line("DESCRIPTION:" + escaped(words))
			.line("STATUS:CONFIRMED")
			.line("TRANSP:OPAQUE")
			.line("BEGIN:VALARM")
			.line("ACTION:DISPLAY")
			.line("DESCRIPTION:" + escaped(ticket.movieTitle() + " starts in an hour"))
			.line("TRIGGER;RELATED=START:-PT1H")
			.line("END:VALARM")
			.line("END:VEVENT")
			.line("END:VCALENDAR").text.toString()
			.getBytes(StandardCharsets.UTF_8);
	}

	/** Long lines go on in the next, and never break within a character. */
	private CalendarEntry line(String line) {
		int octets = 0;
		for (int i = 0; i < line.length();) {
			int character = line.codePointAt(i);
			int length = Character.toString(character).getBytes(StandardCharsets.UTF_8).length;
			if (octets + length > OCTETS_A_LINE) {
				this.text.append("\r\n ");
				octets = 1;
			}
			this.text.appendCodePoint(character);
			octets += length;
			i += Character.charCount(character);
		}
		this.text.append("\r\n");
		return this;
	}

	private static String utc(Instant time) {
		return UTC.format(time);
	}

	private static String escaped(String text) {
		return text.replace("\\", "\\\\")
			.replace(";", "\\;")
			.replace(",", "\\,")
			.replaceAll("\\R", "\\\\n")
			.replaceAll("\\p{Cntrl}", "");
	}

}
