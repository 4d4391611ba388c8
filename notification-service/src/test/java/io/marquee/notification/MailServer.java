package io.marquee.notification;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;

/**
 * A real mail server that can be down.
 */
final class MailServer {

	private final int port;

	private final List<MimeMessage> earlier = new ArrayList<>();

	private GreenMail server;

	MailServer() {
		try (ServerSocket free = new ServerSocket(0)) {
			this.port = free.getLocalPort();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		start();
	}

	int port() {
		return this.port;
	}

	void start() {
		this.server = new GreenMail(new ServerSetup(this.port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
		this.server.start();
	}

	void stop() {
		this.earlier.addAll(List.of(this.server.getReceivedMessages()));
		this.server.stop();
	}

	List<MimeMessage> receivedFor(String userId) {
		List<MimeMessage> all = new ArrayList<>(this.earlier);
		all.addAll(List.of(this.server.getReceivedMessages()));
		return all.stream().filter((mail) -> isFor(mail, userId)).toList();
	}

	static String raw(MimeMessage mail) {
		return GreenMailUtil.getWholeMessage(mail);
	}

	/** Attachments and inline pictures: name or content id, type, content. */
	static List<String> enclosures(Part part) throws MessagingException, IOException {
		List<String> enclosures = new ArrayList<>();
		if (part.isMimeType("multipart/*") && part.getContent() instanceof Multipart parts) {
			for (int i = 0; i < parts.getCount(); i++) {
				enclosures.addAll(enclosures(parts.getBodyPart(i)));
			}
		}
		else if (part instanceof MimeBodyPart body && body.getDisposition() != null) {
			String name = (body.getContentID() != null) ? body.getContentID() : body.getFileName();
			enclosures.add(name + " " + body.getContentType().replaceFirst(";(?s).*", "") + " "
					+ new String(body.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
		}
		return enclosures;
	}

	private static boolean isFor(MimeMessage mail, String userId) {
		try {
			return Arrays.stream(mail.getRecipients(Message.RecipientType.TO))
				.anyMatch((address) -> address.toString().contains(userId + "@marquee.example"));
		}
		catch (MessagingException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
