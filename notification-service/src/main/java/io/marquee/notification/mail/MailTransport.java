package io.marquee.notification.mail;

import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;

import io.marquee.notification.mail.RenderedMail.Enclosure;
import io.marquee.notification.user.Recipient;
import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;

import org.springframework.core.io.ByteArrayResource;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;

/**
 * Hands mails to the mail server.
 */
@Component
class MailTransport {

	private final JavaMailSender sender;

	private final MailSettings settings;

	MailTransport(JavaMailSender sender, MailSettings settings) {
		this.sender = sender;
		this.settings = settings;
	}

	/**
	 * Sends a mail; returns when the mail server has accepted it.
	 * @param eventId the event it tells of, its Message-ID as well
	 * @param recipient whom to
	 * @param mail what
	 * @throws MailRefusedException if trying again is of no use
	 * @throws org.springframework.mail.MailException if it may be
	 */
	void send(String eventId, Recipient recipient, RenderedMail mail) {
		try {
			this.sender.send(message(eventId, recipient, mail));
		}
		catch (AddressException ex) {
			throw new MailRefusedException("the address is malformed", ex);
		}
		catch (MessagingException | UnsupportedEncodingException ex) {
			throw new MailRefusedException("the mail cannot be composed", ex);
		}
		catch (MailSendException ex) {
			for (Exception cause : ex.getMessageExceptions()) {
				if (cause instanceof SendFailedException failed && isForGood(failed)) {
					throw new MailRefusedException("the mail server refuses the address", ex);
				}
			}
			throw ex;
		}
	}

	private MimeMessage message(String eventId, Recipient recipient, RenderedMail mail)
			throws MessagingException, UnsupportedEncodingException {
		MimeMessage message = this.sender.createMimeMessage();
		MimeMessageHelper helper = new MimeMessageHelper(message, true, StandardCharsets.UTF_8.name());
		InternetAddress from = new InternetAddress(this.settings.from(), true);
		helper.setFrom(from);
		InternetAddress to = new InternetAddress(recipient.email(), recipient.fullName(),
				StandardCharsets.UTF_8.name());
		to.validate();
		helper.setTo(to);
		helper.setSubject(mail.subject());
		helper.setText(mail.text(), mail.html());
		for (Enclosure enclosure : mail.enclosures()) {
			ByteArrayResource content = new ByteArrayResource(enclosure.content());
			if (enclosure.shown()) {
				helper.addInline(enclosure.name(), content, enclosure.type());
			}
			else {
				helper.addAttachment(enclosure.name(), content, enclosure.type());
			}
		}
		message.setHeader("Message-ID",
				"<" + eventId + from.getAddress().substring(from.getAddress().indexOf('@')) + ">");
		message.setHeader("Auto-Submitted", "auto-generated");
		return message;
	}

	/**
	 * Addresses refused with a 5xx answer; those refused for now are listed as unsent.
	 */
	private static boolean isForGood(SendFailedException failure) {
		Address[] invalid = failure.getInvalidAddresses();
		return invalid != null && invalid.length > 0;
	}

}
