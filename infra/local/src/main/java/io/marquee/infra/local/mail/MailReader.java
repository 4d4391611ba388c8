package io.marquee.infra.local.mail;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimePart;
import org.jspecify.annotations.Nullable;

/**
 * Takes a MIME message apart.
 */
final class MailReader {

	private final StringBuilder text = new StringBuilder();

	private final StringBuilder html = new StringBuilder();

	private final List<String> attachments = new ArrayList<>();

	/** Pictures within the HTML, by content id. */
	private final Map<String, String> pictures = new LinkedHashMap<>();

	private MailReader() {
	}

	static Mail read(String id, MimeMessage message, Instant arrived) throws IOException, MessagingException {
		MailReader reader = new MailReader();
		reader.collect(message);
		String subject = message.getSubject();
		return new Mail(id, addresses(message.getAllRecipients()), String.join(", ", addresses(message.getFrom())),
				(subject != null) ? subject : "", arrived, reader.text.toString(), reader.htmlWithPictures(),
				List.copyOf(reader.attachments));
	}

	private void collect(Part part) throws IOException, MessagingException {
		String fileName = part.getFileName();
		if (part.isMimeType("multipart/*") && part.getContent() instanceof Multipart parts) {
			for (int i = 0; i < parts.getCount(); i++) {
				collect(parts.getBodyPart(i));
			}
		}
		else if (part instanceof MimePart picture && picture.isMimeType("image/png")
				&& picture.getContentID() != null) {
			this.pictures.put(picture.getContentID().replaceAll("^<|>$", ""), dataUri(picture));
		}
		else if (fileName != null || Part.ATTACHMENT.equalsIgnoreCase(part.getDisposition())) {
			this.attachments.add((fileName != null) ? fileName : part.getContentType());
		}
		else if (part.isMimeType("text/html")) {
			this.html.append(part.getContent());
		}
		else if (part.isMimeType("text/*")) {
			this.text.append(part.getContent());
		}
	}

	/** A browser has no other parts of the mail to take them from. */
	private String htmlWithPictures() {
		String whole = this.html.toString();
		for (Map.Entry<String, String> picture : this.pictures.entrySet()) {
			whole = whole.replace("\"cid:" + picture.getKey() + "\"", "\"" + picture.getValue() + "\"");
		}
		return whole;
	}

	private static String dataUri(Part picture) throws IOException, MessagingException {
		try (InputStream content = picture.getInputStream()) {
			return "data:image/png;base64," + Base64.getEncoder().encodeToString(content.readAllBytes());
		}
	}

	private static List<String> addresses(Address @Nullable [] addresses) {
		if (addresses == null) {
			return List.of();
		}
		return Arrays.stream(addresses)
			.map((address) -> (address instanceof InternetAddress internet) ? internet.getAddress()
					: address.toString())
			.toList();
	}

}
