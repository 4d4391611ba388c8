package io.marquee.identity.otp;

import java.nio.charset.StandardCharsets;
import java.time.Duration;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;

import org.springframework.mail.MailPreparationException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;

/**
 * Writes the mail that carries a code.
 */
@Component
class OtpPost {

	private final JavaMailSender sender;

	private final OtpSettings settings;

	OtpPost(JavaMailSender sender, OtpSettings settings) {
		this.sender = sender;
		this.settings = settings;
	}

	void post(String address, String code, Duration lifetime) {
		MimeMessage message = this.sender.createMimeMessage();
		try {
			MimeMessageHelper helper = new MimeMessageHelper(message, true, StandardCharsets.UTF_8.name());
			helper.setFrom(this.settings.sender());
			helper.setTo(address);
			// Not in the subject: lock screens show subjects.
			helper.setSubject("Your Marquee code");
			message.setHeader("Auto-Submitted", "auto-generated");
			helper.setText(text(code, lifetime.toMinutes()), html(code, lifetime.toMinutes()));
		}
		catch (MessagingException ex) {
			throw new MailPreparationException(ex);
		}
		this.sender.send(message);
	}

	private static String text(String code, long minutes) {
		return """
				Your code is %s

				It is good for %d minutes and works once. Marquee never asks for it by phone or chat.
				If you did not ask for a code, ignore this mail: without the code nothing happens.
				""".formatted(code, minutes);
	}

	private static String html(String code, long minutes) {
		return """
				<!doctype html>
				<html lang="en"><body style="font-family:sans-serif">
				<p>Your code is</p>
				<p style="font-size:2em;letter-spacing:.2em"><strong>%s</strong></p>
				<p>It is good for %d minutes and works once. Marquee never asks for it by phone or chat.<br>
				If you did not ask for a code, ignore this mail: without the code nothing happens.</p>
				</body></html>
				""".formatted(code, minutes);
	}

}
