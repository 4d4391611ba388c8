package io.marquee.notification.mail;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import io.marquee.notification.mail.RenderedMail.Enclosure;
import io.marquee.notification.ticket.Ticket;
import io.marquee.notification.user.Recipient;
import org.jspecify.annotations.Nullable;

import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/**
 * The one layout of all mails, as text and as HTML. A mail brings words only, and in HTML
 * every one of them is escaped: titles and names are written by others.
 */
@Component
class MailLayout {

	/** Content id of the QR code. */
	private static final String PICTURE = "ticket";

	private static final int LONGEST_SUBJECT = 150;

	private final Template html = template("layout.html", true);

	private final Template text = template("layout.txt", false);

	RenderedMail render(MailContent content, Recipient recipient, @Nullable Ticket ticket) {
		Map<String, Object> words = new HashMap<>();
		words.put("heading", content.heading());
		words.put("name", Objects.requireNonNullElse(recipient.fullName(), ""));
		words.put("paragraphs", content.paragraphs());
		words.put("highlight", Objects.requireNonNullElse(content.highlight(), ""));
		words.put("facts", content.facts());
		words.put("closing", content.closing());
		words.put("ticket", ticket != null);
		words.put("picture", PICTURE);
		return new RenderedMail(oneLine(content.subject()), this.text.execute(words), this.html.execute(words),
				enclosures(content, ticket));
	}

	private static List<Enclosure> enclosures(MailContent content, @Nullable Ticket ticket) {
		if (ticket == null || content.ticket() == null) {
			return List.of();
		}
		String name = "marquee-" + content.ticket().bookingCode();
		return List.of(new Enclosure(PICTURE, "image/png", ticket.picture(), true),
				new Enclosure(name + ".pdf", "application/pdf", ticket.page(), false),
				new Enclosure(name + ".ics", "text/calendar; charset=utf-8; method=PUBLISH", ticket.calendar(), false));
	}

	/** A line break in a title must not become a header of the mail. */
	private static String oneLine(String subject) {
		String line = subject.replaceAll("\\p{Cntrl}+", " ").strip();
		return (line.length() <= LONGEST_SUBJECT) ? line : line.substring(0, LONGEST_SUBJECT - 1) + "…";
	}

	private static Template template(String name, boolean escape) {
		try (Reader source = new InputStreamReader(new ClassPathResource("mail/" + name).getInputStream(),
				StandardCharsets.UTF_8)) {
			return Mustache.compiler().escapeHTML(escape).emptyStringIsFalse(true).compile(source);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
